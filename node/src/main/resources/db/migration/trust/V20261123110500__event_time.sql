-- Event time never runs back: a clock set back after the last committed event does not date the next one before it.
CREATE OR REPLACE FUNCTION trust.append(
    at timestamptz, event_type text, event_subject uuid, groups text, rows bigint, event_detail text, ciphertext bytea)
RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = trust, pg_temp AS $$
DECLARE
    new_entry bigint;
    stamped   timestamptz := greatest(at, (SELECT recorded_at FROM trust.event ORDER BY entry DESC LIMIT 1));
BEGIN
    INSERT INTO trust.event (recorded_at, module, type, member, role, purpose, organisation,
                             subject, field_groups, row_count, detail, sealed)
    VALUES (stamped, session_user, event_type,
            nullif(current_setting('fourfold.member', true), '')::uuid,
            nullif(current_setting('fourfold.role', true), ''),
            nullif(current_setting('fourfold.purpose', true), ''),
            nullif(current_setting('fourfold.organisation', true), '')::uuid,
            event_subject, groups, rows, event_detail, ciphertext)
    RETURNING entry INTO new_entry;
    INSERT INTO trust.pending (entry) VALUES (new_entry);
END
$$;
