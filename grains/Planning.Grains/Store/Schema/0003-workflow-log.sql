-- What workflows did: the entries of a burst as a JSON array, in rows of a bounded length. The oldest rows of an instance
-- go when it has written more than the host keeps. Rows stand in the order of their arrival, as in the journal.
CREATE TABLE workflow_log (
    instance TEXT NOT NULL,
    first INTEGER NOT NULL,
    last INTEGER NOT NULL,
    entries TEXT NOT NULL
);
CREATE UNIQUE INDEX workflow_log_instance ON workflow_log (instance, first);

-- Every execution of an activity as it stands after the last burst that touched it; last is its newest entry of the log.
CREATE TABLE activity_executions (
    id TEXT NOT NULL,
    instance TEXT NOT NULL,
    node TEXT NOT NULL,
    last INTEGER NOT NULL,
    is_over INTEGER NOT NULL,
    body TEXT NOT NULL
);
CREATE UNIQUE INDEX activity_executions_id ON activity_executions (id);
CREATE INDEX activity_executions_instance ON activity_executions (instance, last);
