-- What the pages about the record ask for.

-- The checks of the whole record and the restores are few among many events.
CREATE INDEX event_of_record ON trust.event (type, entry) WHERE type IN ('record.checked', 'backup.restored');
-- The entries of one subject go by its events; who consulted a file in the last days too.
CREATE INDEX event_subject_time ON trust.event (subject, recorded_at) WHERE subject IS NOT NULL;

-- A seal over who consulted a thing in one epoch: asked for with a reason, opened by a second person, for some days.
CREATE TABLE trust.seal_request (
    id           uuid        PRIMARY KEY,
    subject      uuid        NOT NULL,
    epoch        integer     NOT NULL,
    pseudonym    bytea       NOT NULL CHECK (octet_length(pseudonym) = 16),
    role         text        NOT NULL,
    reason       text        NOT NULL CHECK (reason IN ('PERSON_ASKS', 'LEAK', 'COURT', 'COMPLAINT')),
    asked_by     uuid        NOT NULL,
    asked_at     timestamptz NOT NULL,
    answered_by  uuid,
    answered_at  timestamptz,
    opened       boolean,
    CHECK ((answered_by IS NULL) = (answered_at IS NULL) AND (answered_by IS NULL) = (opened IS NULL)),
    CHECK (answered_by <> asked_by)
);
CREATE UNIQUE INDEX seal_request_waiting ON trust.seal_request (subject, epoch, pseudonym) WHERE answered_by IS NULL;
CREATE INDEX seal_request_subject ON trust.seal_request (subject);

GRANT SELECT, INSERT, DELETE ON trust.seal_request TO fourfold_trust;
GRANT UPDATE (answered_by, answered_at, opened) ON trust.seal_request TO fourfold_trust;
GRANT SELECT ON trust.seal_request TO fourfold_backup;
