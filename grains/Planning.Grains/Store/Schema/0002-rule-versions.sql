-- What was done to versions of rule sets, in order; rows are only added. The texts are definitions of the kind rules.
-- The revision tells a running host that something has changed.
CREATE TABLE rule_steps (
    revision INTEGER PRIMARY KEY,
    rule_set TEXT NOT NULL,
    version TEXT NOT NULL,
    at TEXT NOT NULL,
    actor TEXT NOT NULL,
    step TEXT NOT NULL
);

-- Read model: where a version in shadow would have led each customer, beside the version in force.
CREATE TABLE shadow_reviews (
    rules TEXT NOT NULL,
    period TEXT NOT NULL,
    customer TEXT NOT NULL,
    place TEXT NOT NULL,
    live TEXT NOT NULL,
    shadow TEXT NOT NULL,
    because TEXT,
    PRIMARY KEY (rules, period, customer)
) WITHOUT ROWID;
