-- The record becomes a ledger (docs/formats/ledger.md): every event that has a position has a leaf under a log.

-- A log and whom it goes on from. A restored node begins a new one: what was published of the old one can then never be
-- contradicted. The last is the present one.
CREATE TABLE trust.log (
    number         integer     PRIMARY KEY CHECK (number > 0),
    origin         text        NOT NULL UNIQUE CHECK (origin ~ '^log\.fourfold/[0-9a-f]{32}$'),
    vkey           text        NOT NULL,
    first_position bigint      NOT NULL CHECK (first_position >= 0),
    begun_at       timestamptz NOT NULL,
    reason         text        NOT NULL CHECK (reason IN ('first', 'restored')),
    before_size    bigint CHECK (before_size >= 0),
    CHECK ((reason = 'restored') = (before_size IS NOT NULL))
);

-- The entry's bytes as they stand in the log, the salt of its commitment (destroyed with what it is about), whose
-- pseudonyms it names. The index in the log is the position less the log's first.
ALTER TABLE trust.sequence
    ADD COLUMN log     integer REFERENCES trust.log,
    ADD COLUMN leaf    bytea,
    ADD COLUMN salt    bytea CHECK (octet_length(salt) = 32),
    ADD COLUMN epoch   integer,
    ADD COLUMN actor   bytea CHECK (octet_length(actor) = 16),
    ADD COLUMN subject bytea CHECK (octet_length(subject) = 16),
    ADD CHECK ((log IS NULL) = (leaf IS NULL));
-- The last place of a log is looked for at each start.
CREATE INDEX sequence_log ON trust.sequence (log, position);
CREATE INDEX sequence_entry_subject ON trust.sequence (subject, position) WHERE subject IS NOT NULL;

-- Who stands behind a pseudonym of an epoch: the pseudonym is the beginning of SHA-256(id, salt). A member's row is sealed
-- 90 days after its epoch ended; the row of what was erased goes with it.
CREATE TABLE trust.pseudonym (
    epoch     integer NOT NULL,
    kind      text    NOT NULL CHECK (kind IN ('MEMBER', 'SUBJECT')),
    pseudonym bytea   NOT NULL CHECK (octet_length(pseudonym) = 16),
    id        uuid,
    salt      bytea CHECK (octet_length(salt) = 32),
    sealed    bytea,
    PRIMARY KEY (epoch, pseudonym),
    CHECK ((id IS NULL) = (salt IS NULL) AND (id IS NULL) <> (sealed IS NULL)),
    CHECK (sealed IS NULL OR kind = 'MEMBER')
);
CREATE UNIQUE INDEX pseudonym_id ON trust.pseudonym (epoch, kind, id) WHERE id IS NOT NULL;
CREATE INDEX pseudonym_subject ON trust.pseudonym (id) WHERE kind = 'SUBJECT';

-- What was erased and has still to be forgotten here: salts and pseudonyms go once its last event has its place.
CREATE TABLE trust.forgotten (
    subject uuid PRIMARY KEY
);

GRANT SELECT, INSERT ON trust.log TO fourfold_trust;
GRANT UPDATE (salt) ON trust.sequence TO fourfold_trust;
GRANT SELECT, INSERT, DELETE ON trust.pseudonym TO fourfold_trust;
GRANT UPDATE (id, salt, sealed) ON trust.pseudonym TO fourfold_trust;
GRANT UPDATE (member, sealed) ON trust.event TO fourfold_trust;
GRANT SELECT, DELETE ON trust.forgotten TO fourfold_trust;
GRANT SELECT ON trust.log, trust.pseudonym, trust.forgotten TO fourfold_backup;

-- True when there was a key.
CREATE OR REPLACE FUNCTION trust.destroy_file_key(file uuid) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = trust, pg_temp AS $$
BEGIN
    INSERT INTO trust.forgotten (subject) VALUES (file) ON CONFLICT DO NOTHING;
    DELETE FROM trust.file_key WHERE case_file = file;
    RETURN FOUND;
END
$$;
