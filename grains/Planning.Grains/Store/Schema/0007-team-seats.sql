-- Read model: who holds which seat where. Number is 0 where a role has one seat only; share is what the tier says when
-- nothing stands there.
CREATE TABLE team_seats (
    customer TEXT NOT NULL,
    role TEXT NOT NULL,
    number INTEGER NOT NULL,
    kind TEXT NOT NULL,
    employee TEXT NOT NULL,
    since TEXT NOT NULL,
    share TEXT,
    PRIMARY KEY (customer, role, number, kind)
) WITHOUT ROWID;
CREATE INDEX team_seats_employee ON team_seats (employee);

-- Seats from before stand in the journal; the last word on each counts.
INSERT OR REPLACE INTO team_seats (customer, role, number, kind, employee, since, share)
SELECT customer, seat ->> '$.role', 0, seat ->> '$.kind', coalesce(seat ->> '$.employee', ''), seat ->> '$.since', NULL
FROM (
    SELECT journal.customer, journal.version, happened.key AS place,
        CASE WHEN happened.type = 'object' AND happened.value ->> '$.event' = 'seat-assigned'
            THEN happened.value -> '$.assignment' END AS seat
    FROM journal, json_each(journal.events) AS happened
)
WHERE seat IS NOT NULL
ORDER BY customer, version, place;
DELETE FROM team_seats WHERE employee = '';
