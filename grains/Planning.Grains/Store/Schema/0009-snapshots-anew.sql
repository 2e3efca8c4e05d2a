-- A customer remembers how its people stood to us before: it is read anew from its journal, which has lost nothing.
DELETE FROM snapshots;
