-- The record, first form. Every module appends through trust.append on its own connection, so an event is kept
-- exactly when the work it tells of is. Rows are never updated or deleted; order is given afterwards, by the sequencer.
CREATE SCHEMA trust;
GRANT USAGE ON SCHEMA trust TO fourfold_module;

CREATE TABLE trust.event (
    entry        bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    recorded_at  timestamptz NOT NULL,
    module       text        NOT NULL,
    type         text        NOT NULL,
    member       uuid,
    role         text,
    purpose      text,
    organisation uuid,
    subject      uuid,
    field_groups text        NOT NULL DEFAULT '',
    row_count    bigint      NOT NULL DEFAULT 0,
    detail       text        NOT NULL DEFAULT '',
    sealed       bytea
);
CREATE INDEX event_subject ON trust.event (subject, entry) WHERE subject IS NOT NULL;
CREATE INDEX event_member ON trust.event (member, entry) WHERE member IS NOT NULL;

-- What was committed and has no position yet.
CREATE TABLE trust.pending (
    entry bigint PRIMARY KEY
);

-- The order of the record: contiguous positions from 0, given by the one sequencer.
CREATE TABLE trust.sequence (
    position     bigint PRIMARY KEY CHECK (position >= 0),
    entry        bigint NOT NULL UNIQUE,
    sequenced_at timestamptz NOT NULL
);

GRANT SELECT ON trust.event TO fourfold_trust;
GRANT SELECT, DELETE ON trust.pending TO fourfold_trust;
GRANT SELECT, INSERT ON trust.sequence TO fourfold_trust;

-- The only way in. It stamps the login that called as the module, and the actor that the transaction was opened for.
CREATE FUNCTION trust.append(
    at timestamptz, event_type text, event_subject uuid, groups text, rows bigint, event_detail text, ciphertext bytea)
RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = trust, pg_temp AS $$
DECLARE
    new_entry bigint;
BEGIN
    INSERT INTO trust.event (recorded_at, module, type, member, role, purpose, organisation,
                             subject, field_groups, row_count, detail, sealed)
    VALUES (at, session_user, event_type,
            nullif(current_setting('fourfold.member', true), '')::uuid,
            nullif(current_setting('fourfold.role', true), ''),
            nullif(current_setting('fourfold.purpose', true), ''),
            nullif(current_setting('fourfold.organisation', true), '')::uuid,
            event_subject, groups, rows, event_detail, ciphertext)
    RETURNING entry INTO new_entry;
    INSERT INTO trust.pending (entry) VALUES (new_entry);
END
$$;
REVOKE ALL ON FUNCTION trust.append(timestamptz, text, uuid, text, bigint, text, bytea) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION trust.append(timestamptz, text, uuid, text, bigint, text, bytea) TO fourfold_module;
