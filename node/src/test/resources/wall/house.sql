-- The invented members of the wall's sentences: {rosa} stands for the id of rosa. Two teams: rosa, mate and night under
-- sonia; stranger under boss. What a room holds stands in its own file; nothing in it is ciphertext, for the wall does not
-- look inside.
CREATE TEMP TABLE invented (id uuid, role text, team uuid, supervises boolean, state text);
INSERT INTO invented VALUES
    ({rosa}, 'CASEWORKER', {ceiba}, false, 'ACTIVE'), ({mate}, 'CASEWORKER', {ceiba}, false, 'ACTIVE'),
    ({night}, 'NIGHT_STAFF', {ceiba}, false, 'ACTIVE'), ({sonia}, 'SUPERVISOR', {ceiba}, true, 'ACTIVE'),
    ({lucia}, 'LAWYER', NULL, false, 'ACTIVE'), ({leo}, 'LAWYER', NULL, false, 'ACTIVE'),
    ({stranger}, 'CASEWORKER', {mango}, false, 'ACTIVE'), ({boss}, 'SUPERVISOR', {mango}, true, 'ACTIVE'),
    ({gone}, 'CASEWORKER', {ceiba}, false, 'DISABLED'), ({ines}, 'INVESTIGATOR', {ceiba}, false, 'ACTIVE'),
    ({amparo}, 'ADMINISTRATOR', {ceiba}, false, 'ACTIVE'), ({paz}, 'PRIVACY_OFFICER', {ceiba}, false, 'ACTIVE'),
    ({ana}, 'ANALYST', NULL, false, 'ACTIVE'), ({teo}, 'TRUSTEE', NULL, false, 'ACTIVE');
INSERT INTO access.member (id, sign_in_name, name, state, user_handle, created_at)
    SELECT id, 'm' || left(md5(id::text), 20), 'Persona inventada', state,
           decode(md5(id::text) || md5('x' || id), 'hex'), now() FROM invented;
INSERT INTO access.role_grant (id, member, role, state, basis, proposed_by, proposed_at, confirmed_at)
    SELECT gen_random_uuid(), id, role, 'CONFIRMED', 'DEMONSTRATION', id, now(), now() FROM invented;
-- boss is a trustee too, and so not one from outside.
INSERT INTO access.role_grant (id, member, role, state, basis, proposed_by, proposed_at, confirmed_at)
    VALUES (gen_random_uuid(), {boss}, 'TRUSTEE', 'CONFIRMED', 'DEMONSTRATION', {boss}, now(), now());
INSERT INTO access.team VALUES ({ceiba}, 'Ceiba'), ({mango}, 'Mango');
INSERT INTO access.team_member SELECT team, id, supervises FROM invented WHERE team IS NOT NULL;
