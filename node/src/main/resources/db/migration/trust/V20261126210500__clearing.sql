-- What a destroyed key leaves behind in PostgreSQL's own files is cleared away soon after (org.fourfold.node.trust.Clearing).

-- One row for each erasure whose traces are still to be cleared; nothing of the person, not even the random id.
CREATE TABLE trust.uncleared (
    number bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    since  timestamptz NOT NULL DEFAULT clock_timestamp()
);
GRANT SELECT, DELETE ON trust.uncleared TO fourfold_trust;
GRANT SELECT ON trust.uncleared TO fourfold_backup;

-- True when there was a key.
CREATE OR REPLACE FUNCTION trust.destroy_file_key(file uuid) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = trust, pg_temp AS $$
BEGIN
    INSERT INTO trust.forgotten (subject) VALUES (file) ON CONFLICT DO NOTHING;
    DELETE FROM trust.file_key WHERE case_file = file;
    IF FOUND THEN
        INSERT INTO trust.uncleared DEFAULT VALUES;
        RETURN true;
    END IF;
    RETURN false;
END
$$;

-- ANALYZE keeps a sample of each column in pg_statistic, which no erasure reaches: none of these is ever searched by.
-- To state a column's type anew forgets the samples that there are.
ALTER TABLE trust.file_key ALTER COLUMN wrapped TYPE bytea, ALTER COLUMN wrapped SET STATISTICS 0;
ALTER TABLE trust.sequence ALTER COLUMN salt TYPE bytea, ALTER COLUMN salt SET STATISTICS 0;
ALTER TABLE trust.pseudonym ALTER COLUMN salt TYPE bytea, ALTER COLUMN salt SET STATISTICS 0;
