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
INSERT INTO protection.import_key SELECT decode(md5(file::text), 'hex'), file FROM protection.presence;
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
INSERT INTO protection.consent VALUES
    ({agreed}, {open}, {rosa}, now(), now() + interval '30 days', 'x', 0),
    ({secret}, {sealed}, {rosa}, now(), now() + interval '30 days', 'x', 0);
INSERT INTO protection.withdrawal VALUES
    ({back}, {open}, {rosa}, {agreed}, now(), {night}, 'PHONE'),
    ({hidden}, {sealed}, {rosa}, NULL, now(), {rosa}, 'PRESENT');
INSERT INTO protection.withholding VALUES
    ({never}, {open}, {rosa}, now(), NULL, 'x'),
    ({noone}, {sealed}, {rosa}, now(), NULL, 'x');
INSERT INTO protection.handover VALUES
    ({given}, {open}, {rosa}, now(), {rosa}, NULL, 'x', 0),
    ({quiet}, {sealed}, {rosa}, now(), {lucia}, NULL, 'x', 0);
INSERT INTO protection.rights_request VALUES
    ({asked}, {open}, 'P-000001-A', {house}, 'ACCESS', 'PHONE', now(), {night}, now() + interval '28 days', NULL, NULL,
     NULL),
    ({pleaded}, {sealed}, 'P-000003-A', {house}, 'ERASURE', 'PRESENT', now(), {rosa}, now() + interval '28 days', NULL, NULL,
     NULL),
    ({settled}, {closed}, 'P-000002-A', {house}, 'ACCESS', 'PAPER', now(), {rosa}, now() + interval '28 days', now(),
     {rosa}, 'DONE');
INSERT INTO protection.legal_fact VALUES
    ({happened}, 1, {open}, {rosa}, 'SAFETY', 'x'),
    ({status}, 1, {open}, {rosa}, 'LEGAL', 'x'),
    ({hushed}, 1, {sealed}, {rosa}, 'LEGAL', 'x');
INSERT INTO protection.clock VALUES
    ({runs}, {open}, {rosa}, 'SAFETY', now() + interval '9 days', NULL, now(), NULL, now(), 'p'),
    ({lawyers}, {open}, {rosa}, 'LEGAL', now() + interval '9 days', NULL, NULL, now(), now(), 'p'),
    ({ticking}, {sealed}, {rosa}, 'LEGAL', now() + interval '9 days', NULL, NULL, now(), now(), 'p');
INSERT INTO protection.rule_review VALUES
    ({ours}, {house}, 'mx', '2026-11-27', 'mx.refuge-claim', 'APPROVED', {lucia}, now(), 'x'),
    ({theirs}, {elsewhere}, 'mx', '2026-11-27', 'mx.refuge-claim', 'REJECTED', {lucia}, now(), 'x');
INSERT INTO protection.identification_refusal VALUES
    ({house}, '2026-01-01', 'FAMILY', 3), ({elsewhere}, '2026-01-01', 'FAMILY', 2);
INSERT INTO protection.demand VALUES
    ({paper}, {house}, {open}, {rosa}, {night}, now()::date, NULL),
    ({mute}, {house}, {open}, {rosa}, {night}, now()::date, now()::date),
    ({summons}, {house}, {sealed}, {rosa}, {rosa}, now()::date, NULL),
    ({knock}, {house}, NULL, NULL, {night}, now()::date, NULL),
    ({abroad}, {elsewhere}, NULL, NULL, {stranger}, now()::date, NULL);
INSERT INTO protection.demand_step (id, demand, kind, at, member, ciphertext) VALUES
    (gen_random_uuid(), {paper}, 'RECEIVED', now(), {night}, 'x'),
    (gen_random_uuid(), {summons}, 'RECEIVED', now(), {rosa}, 'x'),
    (gen_random_uuid(), {knock}, 'RECEIVED', now(), {night}, 'x'),
    (gen_random_uuid(), {abroad}, 'RECEIVED', now(), {stranger}, 'x');
INSERT INTO protection.consent_override VALUES
    ({danger}, {open}, {rosa}, {night}, now(), now() + interval '20 hours', 'x'),
    ({plea}, {open}, {rosa}, {rosa}, now(), now() + interval '20 hours', 'x'),
    ({hush}, {sealed}, {rosa}, {rosa}, now(), now() + interval '20 hours', 'x'),
    ({lapse}, {closed}, {rosa}, {night}, now() - interval '30 hours', now() - interval '10 hours', 'x');
INSERT INTO protection.override_step VALUES
    ({danger}, {night}, 'GRANTED', now(), {sonia}),
    ({lapse}, {night}, 'GRANTED', now(), {sonia});
