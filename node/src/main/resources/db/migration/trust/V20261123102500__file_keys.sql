-- The key table: one wrapped key a case file, wrapped under the epoch's key, which is never in this database. Neither
-- table goes into a backup's body.
CREATE TABLE trust.epoch (
    number     integer     PRIMARY KEY CHECK (number > 0),
    started_at timestamptz NOT NULL
);

CREATE TABLE trust.file_key (
    case_file uuid        PRIMARY KEY,
    key_id    uuid        NOT NULL UNIQUE,
    epoch     integer     NOT NULL,
    wrapped   bytea       NOT NULL,
    kept_at   timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX file_key_epoch ON trust.file_key (epoch);

GRANT SELECT, INSERT ON trust.epoch TO fourfold_trust;
GRANT SELECT, INSERT ON trust.file_key TO fourfold_trust;
GRANT UPDATE (epoch, wrapped) ON trust.file_key TO fourfold_trust;

GRANT USAGE ON SCHEMA trust TO fourfold_backup;
GRANT SELECT ON ALL TABLES IN SCHEMA trust TO fourfold_backup;

-- Which epoch a key must be wrapped under, held until the transaction ends: the epoch cannot turn in between, so no
-- key is left under an epoch key that is about to be destroyed. The number of the lock is the module's own.
CREATE FUNCTION trust.hold_epoch() RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = trust, pg_temp AS $$
BEGIN
    PERFORM pg_advisory_xact_lock_shared(4664, 2);
    RETURN (SELECT max(number) FROM trust.epoch);
END
$$;

CREATE FUNCTION trust.keep_file_key(file uuid, new_key uuid, under_epoch integer, wrapped_key bytea) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = trust, pg_temp AS $$
BEGIN
    PERFORM pg_advisory_xact_lock_shared(4664, 2);
    IF under_epoch IS DISTINCT FROM (SELECT max(number) FROM trust.epoch) THEN
        RAISE EXCEPTION 'the epoch has turned' USING ERRCODE = 'serialization_failure';
    END IF;
    INSERT INTO trust.file_key (case_file, key_id, epoch, wrapped) VALUES (file, new_key, under_epoch, wrapped_key);
END
$$;

-- True when there was a key.
CREATE FUNCTION trust.destroy_file_key(file uuid) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = trust, pg_temp AS $$
BEGIN
    DELETE FROM trust.file_key WHERE case_file = file;
    RETURN FOUND;
END
$$;

REVOKE ALL ON FUNCTION trust.hold_epoch() FROM PUBLIC;
REVOKE ALL ON FUNCTION trust.keep_file_key(uuid, uuid, integer, bytea) FROM PUBLIC;
REVOKE ALL ON FUNCTION trust.destroy_file_key(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION trust.hold_epoch() TO fourfold_protection;
GRANT EXECUTE ON FUNCTION trust.keep_file_key(uuid, uuid, integer, bytea) TO fourfold_protection;
GRANT EXECUTE ON FUNCTION trust.destroy_file_key(uuid) TO fourfold_protection;
