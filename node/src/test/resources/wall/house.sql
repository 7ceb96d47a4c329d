-- An invented shelter for the wall's sentences: {rosa} stands for the id of rosa. Two teams: rosa, mate and night under
-- sonia; stranger under boss. Nothing here is ciphertext; the wall does not look inside.
CREATE TEMP TABLE invented (id uuid, role text, team uuid, supervises boolean, state text);
INSERT INTO invented VALUES
    ({rosa}, 'CASEWORKER', {ceiba}, false, 'ACTIVE'), ({mate}, 'CASEWORKER', {ceiba}, false, 'ACTIVE'),
    ({night}, 'NIGHT_STAFF', {ceiba}, false, 'ACTIVE'), ({sonia}, 'SUPERVISOR', {ceiba}, true, 'ACTIVE'),
    ({lucia}, 'LAWYER', NULL, false, 'ACTIVE'), ({leo}, 'LAWYER', NULL, false, 'ACTIVE'),
    ({stranger}, 'CASEWORKER', {mango}, false, 'ACTIVE'), ({boss}, 'SUPERVISOR', {mango}, true, 'ACTIVE'),
    ({gone}, 'CASEWORKER', {ceiba}, false, 'DISABLED'), ({ines}, 'INVESTIGATOR', {ceiba}, false, 'ACTIVE'),
    ({amparo}, 'ADMINISTRATOR', {ceiba}, false, 'ACTIVE'), ({paz}, 'PRIVACY_OFFICER', {ceiba}, false, 'ACTIVE'),
    ({ana}, 'ANALYST', NULL, false, 'ACTIVE');
INSERT INTO access.member (id, sign_in_name, name, state, user_handle, created_at)
    SELECT id, 'm' || left(md5(id::text), 20), 'Persona inventada', state,
           decode(md5(id::text) || md5('x' || id), 'hex'), now() FROM invented;
INSERT INTO access.role_grant (id, member, role, state, basis, proposed_by, proposed_at, confirmed_at)
    SELECT gen_random_uuid(), id, role, 'CONFIRMED', 'DEMONSTRATION', id, now(), now() FROM invented;
INSERT INTO access.team VALUES ({ceiba}, 'Ceiba'), ({mango}, 'Mango');
INSERT INTO access.team_member SELECT team, id, supervises FROM invented WHERE team IS NOT NULL;

-- Files of rosa: open, closed, sealed, lent (opened in an emergency by stranger), bare (nothing in it yet), foreign (of
-- another organisation).
INSERT INTO protection.case_file (id, number, organisation, owner, state, sealed, opened_at, closed_at) VALUES
    ({open}, 'P-000001-A', {house}, {rosa}, 'OPEN', false, now(), NULL),
    ({closed}, 'P-000002-A', {house}, {rosa}, 'CLOSED', false, now(), now()),
    ({sealed}, 'P-000003-A', {house}, {rosa}, 'OPEN', true, now(), NULL),
    ({lent}, 'P-000004-A', {house}, {rosa}, 'OPEN', false, now(), NULL),
    ({bare}, 'P-000005-A', {house}, {rosa}, 'OPEN', false, now(), NULL),
    ({foreign}, 'P-000006-A', {elsewhere}, {rosa}, 'OPEN', false, now(), NULL);
INSERT INTO protection.presence
    SELECT id, organisation, owner, sealed FROM protection.case_file WHERE id <> {bare};
INSERT INTO protection.content
    SELECT f.id, g, 1, f.id, 'x' FROM protection.case_file f,
        unnest(ARRAY['IDENTITY', 'CONTACT', 'SAFETY', 'NEEDS', 'HEALTH', 'NARRATIVE', 'NOTES', 'LEGAL', 'DURESS']) AS g
    WHERE f.id <> {bare};
INSERT INTO protection.search_token SELECT decode(md5(file::text), 'hex'), file FROM protection.presence;
INSERT INTO protection.file_lawyer VALUES ({open}, {rosa}, {lucia}), ({sealed}, {rosa}, {lucia});
INSERT INTO protection.break_glass (id, file, owner, member, opened_at, until, reason) VALUES
    ({glass}, {lent}, {rosa}, {stranger}, now(), now() + interval '2 hours', 'x'),
    ({past}, {closed}, {rosa}, {boss}, now() - interval '5 hours', now() - interval '3 hours', 'x');
INSERT INTO protection.draft VALUES
    ({beginning}, {rosa}, 'OPENING', NULL, NULL, 'x', now(), now() + interval '1 hour'),
    ({jotting}, {rosa}, 'NOTE', {open}, {note}, 'x', now(), now() + interval '1 hour'),
    ({late}, {mate}, 'NOTE', {sealed}, {note}, 'x', now(), now() + interval '1 hour'),
    ({stale}, {stranger}, 'OPENING', NULL, NULL, 'x', now(), now() - interval '1 hour');
INSERT INTO protection.erasure VALUES
    ({erased}, 'P-000007-A', {house}, {rosa}, {sonia}, now(), 1, 1, now());

-- One row of each table of prevention here, and one of another organisation.
INSERT INTO prevention.import_run
    SELECT id, organisation, {ana}, now(), 'x', 'x', now(), 'x', repeat('0', 64), 1, 'x', 'x', 'NONE', 1, 1, 1, 0, 0
    FROM (VALUES ({run}, {house}), ({run_elsewhere}, {elsewhere})) AS made (id, organisation);
INSERT INTO prevention.import_refusal SELECT id, 0, 'x', 1, 'x', 'x' FROM prevention.import_run;
INSERT INTO prevention.incident
    SELECT gen_random_uuid(), organisation, id, 1, 'x', 'x', 'x', 'x', now(), now(), 'DAY', 0, 0, NULL, NULL, 'NONE', 'x',
           'x', 'x', 'x', 'x', 'x', 'NOT_STATED', 'NOT_STATED', 'x', 'x', 'x', 1, 1, 1, 1, 1, 1, 'x'
    FROM prevention.import_run;
INSERT INTO prevention.series (organisation, code, source) SELECT organisation, 'x', 'x' FROM prevention.import_run;
INSERT INTO prevention.measure (organisation, series_id, name) SELECT organisation, id, 'x' FROM prevention.series;
INSERT INTO prevention.observation
    SELECT r.organisation, m.id, 'x', now(), now(), now(), 'x', 1, 'NUMBER', r.id, 1
    FROM prevention.import_run r JOIN prevention.measure m USING (organisation);

-- Rows like those above that are not in yet, for the sentences that write.
CREATE SCHEMA sample;
CREATE TABLE sample.import_run AS SELECT * FROM prevention.import_run;
UPDATE sample.import_run SET id = gen_random_uuid();
CREATE TABLE sample.incident AS SELECT * FROM prevention.incident;
UPDATE sample.incident SET id = gen_random_uuid(), external_id = 'y';
CREATE TABLE sample.observation AS SELECT * FROM prevention.observation;
UPDATE sample.observation SET place_stated = 'y';
CREATE TABLE sample.measure AS SELECT * FROM prevention.measure;
GRANT USAGE ON SCHEMA sample TO fourfold_prevention;
GRANT SELECT ON ALL TABLES IN SCHEMA sample TO fourfold_prevention;
