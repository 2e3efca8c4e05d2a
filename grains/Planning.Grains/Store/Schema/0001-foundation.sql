-- One row a turn: what was asked, by whom, what was answered, what happened. The version is the guard of the customer's
-- single writer; the message id makes a repeated request find its first answer.
CREATE TABLE journal (
    customer TEXT NOT NULL,
    version INTEGER NOT NULL,
    at TEXT NOT NULL,
    actor TEXT NOT NULL,
    message TEXT NOT NULL,
    kind TEXT NOT NULL,
    answer TEXT NOT NULL,
    events TEXT NOT NULL
);
CREATE UNIQUE INDEX journal_version ON journal (customer, version);
CREATE UNIQUE INDEX journal_message ON journal (customer, message);

CREATE TABLE snapshots (
    customer TEXT NOT NULL PRIMARY KEY,
    version INTEGER NOT NULL,
    state TEXT NOT NULL
) WITHOUT ROWID;

CREATE TABLE workflow_instances (
    id TEXT NOT NULL PRIMARY KEY,
    customer TEXT NOT NULL,
    definition_id TEXT NOT NULL,
    definition_version INTEGER NOT NULL,
    status TEXT NOT NULL,
    state TEXT NOT NULL
) WITHOUT ROWID;
CREATE INDEX workflow_instances_customer ON workflow_instances (customer);

CREATE TABLE bookmarks (
    id TEXT NOT NULL PRIMARY KEY,
    instance TEXT NOT NULL,
    customer TEXT NOT NULL,
    name TEXT NOT NULL,
    payload TEXT NOT NULL
) WITHOUT ROWID;
CREATE INDEX bookmarks_name ON bookmarks (name);

CREATE TABLE timers (
    customer TEXT NOT NULL,
    name TEXT NOT NULL,
    due TEXT NOT NULL,
    PRIMARY KEY (customer, name)
) WITHOUT ROWID;
CREATE INDEX timers_due ON timers (due);

-- Read models: written in the commit of the turn that changes them, so a list is never older than an answer.
CREATE TABLE customer_list (
    customer TEXT NOT NULL PRIMARY KEY,
    name TEXT NOT NULL,
    country TEXT NOT NULL,
    region TEXT NOT NULL,
    lifecycle TEXT NOT NULL,
    tier TEXT NOT NULL,
    lane TEXT NOT NULL,
    posture TEXT NOT NULL,
    composite TEXT,
    reviewed TEXT,
    proposal TEXT,
    because TEXT,
    stage TEXT,
    stage_due TEXT
) WITHOUT ROWID;

CREATE TABLE waiting (
    customer TEXT NOT NULL,
    position INTEGER NOT NULL,
    kind TEXT NOT NULL,
    subject TEXT NOT NULL,
    role TEXT NOT NULL,
    due TEXT,
    PRIMARY KEY (customer, position)
) WITHOUT ROWID;
CREATE INDEX waiting_role ON waiting (role);

-- What is known of ourselves rather than of a customer.
CREATE TABLE employees (
    id TEXT NOT NULL PRIMARY KEY,
    name TEXT NOT NULL,
    body TEXT NOT NULL
) WITHOUT ROWID;

CREATE TABLE vendor_figures (
    period TEXT NOT NULL PRIMARY KEY,
    body TEXT NOT NULL
) WITHOUT ROWID;

CREATE TABLE settings (
    name TEXT NOT NULL PRIMARY KEY,
    value TEXT NOT NULL
) WITHOUT ROWID;

-- Every version that was ever in force: an instance stays on the one it began with, a decision names the one it used.
CREATE TABLE definitions (
    kind TEXT NOT NULL,
    name TEXT NOT NULL,
    version TEXT NOT NULL,
    body TEXT NOT NULL,
    PRIMARY KEY (kind, name, version)
) WITHOUT ROWID;
