-- What is to leave the host. A row is written in the commit of the turn that asks for it, and deleted in the commit of the
-- turn that hears what came of it or waits for it no longer. Taking a row moves its due time beyond the longest attempt.
-- state: waiting (to be sent) or answered (the outcome is known, the customer could not be told of it yet).
CREATE TABLE outbox (
    id TEXT NOT NULL PRIMARY KEY,
    customer TEXT NOT NULL,
    instance TEXT NOT NULL,
    kind TEXT NOT NULL,
    receiver TEXT NOT NULL,
    body TEXT NOT NULL,
    due TEXT NOT NULL,
    attempts INTEGER NOT NULL,
    state TEXT NOT NULL,
    outcome TEXT
);
CREATE INDEX outbox_due ON outbox (due);
