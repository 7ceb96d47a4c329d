-- Reading in an emergency while the database takes no writes (org.fourfold.node.trust.Reserve): the node's own proof that an
-- opening was written into the reserve, which row security can check without a row.

-- The key of this start, kept by the node in memory. It says nothing of anybody and is worthless after the next start.
CREATE TABLE trust.reserve_key (
    one boolean PRIMARY KEY DEFAULT true CHECK (one),
    key bytea   NOT NULL CHECK (length(key) = 32)
);

CREATE FUNCTION trust.keep_reserve_key(new_key bytea) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = trust, pg_temp AS $$
    INSERT INTO trust.reserve_key (key) VALUES (new_key) ON CONFLICT (one) DO UPDATE SET key = excluded.key
$$;

-- Whether the pass that the transaction was opened with opens this file to this member now: its end as milliseconds since
-- 1970, and the digest of key, file, member, end and key again, which only who has the key can make. Three hours at most,
-- as an opening that has its row.
CREATE FUNCTION trust.reserve_opens(file uuid, member uuid) RETURNS boolean
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = trust, pg_temp AS $$
DECLARE
    pass  text := current_setting('fourfold.pass', true);
    until bigint;
    now   bigint := extract(epoch FROM statement_timestamp()) * 1000;
BEGIN
    IF pass IS NULL OR pass !~ '^[0-9]{13}:[0-9a-f]{64}$' THEN
        RETURN false;
    END IF;
    until := split_part(pass, ':', 1)::bigint;
    RETURN until > now AND until <= now + 3 * 3600 * 1000
        AND EXISTS (SELECT FROM trust.reserve_key k
                    WHERE encode(sha256(k.key || uuid_send(file) || uuid_send(member) || int8send(until) || k.key), 'hex')
                          = split_part(pass, ':', 2));
END
$$;

-- What was brought from the reserve into the record: each once, also when the machine stops between the two.
CREATE TABLE trust.reserve_merged (
    id uuid PRIMARY KEY
);

CREATE FUNCTION trust.merge_reserved(reserved uuid) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = trust, pg_temp AS $$
    INSERT INTO trust.reserve_merged (id) VALUES (reserved)
$$;

REVOKE ALL ON FUNCTION trust.keep_reserve_key(bytea), trust.reserve_opens(uuid, uuid), trust.merge_reserved(uuid)
    FROM PUBLIC;
GRANT EXECUTE ON FUNCTION trust.keep_reserve_key(bytea) TO fourfold_trust;
GRANT EXECUTE ON FUNCTION trust.reserve_opens(uuid, uuid), trust.merge_reserved(uuid) TO fourfold_module;
GRANT SELECT ON trust.reserve_merged TO fourfold_trust;
GRANT SELECT ON trust.reserve_key, trust.reserve_merged TO fourfold_backup;
