-- A customer remembers more of its people and contacts: it is read anew from its journal, which has lost nothing.
DELETE FROM snapshots;
