-- What evidence and customers' documents are made of, by their SHA-256: the same bytes stand once.
CREATE TABLE vault_files (
    hash TEXT NOT NULL PRIMARY KEY,
    bytes BLOB NOT NULL
);

-- Read model: which evidence is in whose vault. It has a word of its own for whose secret it is.
CREATE TABLE vault_index (
    customer TEXT NOT NULL,
    evidence TEXT NOT NULL,
    hash TEXT NOT NULL,
    secret INTEGER NOT NULL,
    body TEXT NOT NULL,
    PRIMARY KEY (customer, evidence)
) WITHOUT ROWID;
CREATE INDEX vault_index_hash ON vault_index (hash);

-- Read model for the bid desk: every scope for which a customer runs a short list, and where we stand on it.
CREATE TABLE short_list (
    customer TEXT NOT NULL,
    scope TEXT NOT NULL,
    body TEXT NOT NULL,
    PRIMARY KEY (customer, scope)
) WITHOUT ROWID;

-- What was filed and decided before stands in the journal; the last word on each counts, and the next turn makes it whole.
INSERT OR REPLACE INTO vault_index (customer, evidence, hash, secret, body)
SELECT customer, filed ->> '$.id', filed ->> '$.hash', filed ->> '$.confidentialTo' IS NOT NULL, filed
FROM (
    SELECT journal.customer, journal.version, happened.key AS place,
        CASE WHEN happened.type = 'object' AND happened.value ->> '$.event' = 'evidence-filed'
            THEN happened.value -> '$.filed' END AS filed
    FROM journal, json_each(journal.events) AS happened
)
WHERE filed IS NOT NULL
ORDER BY customer, version, place;
INSERT OR REPLACE INTO short_list (customer, scope, body)
SELECT customer, scope, body
FROM (
    SELECT journal.customer, journal.version, happened.key AS place,
        CASE WHEN happened.type = 'object' THEN happened.value ->> '$.event' END AS kind,
        CASE WHEN happened.type = 'object' THEN happened.value ->> '$.scope' END AS scope,
        CASE WHEN happened.type = 'object'
            THEN json_object('scope', happened.value -> '$.listing.scope', 'listing', happened.value -> '$.listing') END AS body
    FROM journal, json_each(journal.events) AS happened
)
WHERE kind = 'listing-set'
ORDER BY customer, version, place;
