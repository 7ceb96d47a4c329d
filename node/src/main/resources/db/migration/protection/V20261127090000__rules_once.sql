-- The same rules, asked once a statement instead of once a row. protection.may starts the executor anew for each row it looks at:
-- a member of a house with many files waited seconds for a list. What hangs on the reader alone - which field groups a relation opens,
-- whose files are the team's, which files they are the lawyer of - is therefore found first, once, and each row is compared with that.
-- protection.may stays as the plain wording; every policy that asked it is rewritten below from its own text, so that none is
-- forgotten, and the tests compare the result with frame.Decisions over every tuple.

-- The field groups that any of these relations opens to the reader, with ANY for an operation that touches none. As if the file
-- were open and not sealed: what hangs on the file is asked of each row.
CREATE FUNCTION protection.groups(relations text[], operation text) RETURNS text[] LANGUAGE sql STABLE
RETURN ARRAY(
    SELECT DISTINCT g FROM (SELECT protection.my_role() AS role) me, unnest(relations) r,
        unnest(ARRAY['IDENTITY', 'CONTACT', 'SAFETY', 'NEEDS', 'HEALTH', 'NARRATIVE', 'NOTES', 'LEGAL', 'DURESS', 'ANY']) g
    WHERE protection.permits(me.role, r, operation, nullif(g, 'ANY'), false, true));

CREATE FUNCTION protection.my_mates() RETURNS uuid[] LANGUAGE sql STABLE
RETURN access.team_mates(protection.me());

CREATE FUNCTION protection.my_supervised() RETURNS uuid[] LANGUAGE sql STABLE
RETURN access.supervised(protection.me());

CREATE FUNCTION protection.my_clients() RETURNS uuid[] LANGUAGE sql STABLE
RETURN ARRAY(SELECT l.file FROM protection.file_lawyer l WHERE l.lawyer = protection.me());

CREATE FUNCTION protection.my_emergencies() RETURNS uuid[] LANGUAGE sql STABLE
RETURN ARRAY(SELECT b.file FROM protection.break_glass b
             WHERE b.member = protection.me() AND b.until > statement_timestamp());

REVOKE ALL ON FUNCTION protection.groups(text[], text), protection.my_mates(), protection.my_supervised(),
    protection.my_clients(), protection.my_emergencies() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION protection.groups(text[], text), protection.my_mates(), protection.my_supervised(),
    protection.my_clients(), protection.my_emergencies() TO fourfold_protection;

-- Rewrites protection.may(role, me, 'OPERATION', group, file, owner, sealed, open) wherever a policy asks it. PostgreSQL gives the
-- policies back in one regular form, which the pattern follows; whatever it does not match ends the migration.
DO $$
DECLARE
    asks constant text := 'protection\.may\(\( SELECT protection\.my_role\(\) AS my_role\), \( SELECT protection\.me\(\) AS me\), '
        || '''([A-Z_]+)''::text, (NULL::text|''[A-Z]+''::text|[a-z_]+\.field_group), ([a-z_.]+), ([a-z_.]+), ([a-z_.]+), '
        || '(true|\([a-z_.]*state = ''OPEN''::text\))\)';
    answer constant text :=
        '((\4 = (SELECT protection.me()) AND coalesce(\2, ''ANY'') = ANY ((SELECT protection.groups(ARRAY[''OWNER''], ''\1''))::text[]))'
        || ' OR (NOT \5 AND coalesce(\2, ''ANY'') = ANY ((SELECT protection.groups(ARRAY[''TEAM'', ''NIGHT_COVER''], ''\1''))::text[])'
        || ' AND \4 = ANY ((SELECT protection.my_mates())::uuid[]))'
        || ' OR (NOT \5 AND coalesce(\2, ''ANY'') = ANY ((SELECT protection.groups(ARRAY[''SUPERVISOR_OF_TEAM''], ''\1''))::text[])'
        || ' AND \4 = ANY ((SELECT protection.my_supervised())::uuid[]))'
        || ' OR (coalesce(\2, ''ANY'') = ANY ((SELECT protection.groups(ARRAY[''LAWYER_OF_FILE''], ''\1''))::text[])'
        || ' AND \3 = ANY ((SELECT protection.my_clients())::uuid[]))'
        || ' OR (NOT \5 AND coalesce(\2, ''ANY'') = ANY ((SELECT protection.groups(ARRAY[''BREAK_GLASS''], ''\1''))::text[])'
        || ' AND (\3 = ANY ((SELECT protection.my_emergencies())::uuid[])'
        || ' OR ((SELECT nullif(current_setting(''fourfold.pass'', true), '''')) IS NOT NULL'
        || ' AND trust.reserve_opens(\3, (SELECT protection.me()))))))';
    writing constant text := replace(asks, '([A-Z_]+)', '(WRITE)');
    one record;
    uses text;
    checks text;
BEGIN
    FOR one IN SELECT tablename, policyname, qual, with_check FROM pg_policies
               WHERE schemaname = 'protection' AND (qual LIKE '%protection.may(%' OR with_check LIKE '%protection.may(%')
    LOOP
        -- Only writing asks whether the file is open.
        uses := regexp_replace(regexp_replace(one.qual, writing, '(\6 AND ' || answer || ')', 'g'), asks, answer, 'g');
        checks := regexp_replace(
            regexp_replace(one.with_check, writing, '(\6 AND ' || answer || ')', 'g'), asks, answer, 'g');
        IF uses LIKE '%protection.may(%' OR checks LIKE '%protection.may(%' THEN
            RAISE EXCEPTION 'policy % of % asks in a form that is not known', one.policyname, one.tablename;
        END IF;
        EXECUTE format('ALTER POLICY %I ON protection.%I', one.policyname, one.tablename)
            || coalesce(' USING (' || uses || ')', '') || coalesce(' WITH CHECK (' || checks || ')', '');
    END LOOP;
END $$;
