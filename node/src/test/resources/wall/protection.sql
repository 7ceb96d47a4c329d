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
INSERT INTO protection.search_token
    SELECT decode(md5(file::text), 'hex'), file, organisation, sealed FROM protection.presence;
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
    ({unvoiced}, {open}, {rosa}, now(), now() + interval '30 days', 'x', 0),
    ({secret}, {sealed}, {rosa}, now(), now() + interval '30 days', 'x', 0),
    ({fresh}, {bare}, {rosa}, now(), now() + interval '30 days', 'x', 0);
INSERT INTO protection.consent_end VALUES
    ({agreed}, {open}, 'P-000001-A', {house}, {rosa}, false, now() + interval '30 days', 0),
    ({secret}, {sealed}, 'P-000003-A', {house}, {rosa}, true, now() + interval '30 days', 0);
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
-- Two beds of a room of the house, taken by the open file and by the sealed one; a room of another organisation. The stay of
-- lent ended.
INSERT INTO protection.room VALUES ({cuarto}, {house}, 'Cuarto 1'), ({spare}, {house}, 'Cuarto 2'),
    ({other_room}, {elsewhere}, 'Cuarto 1');
INSERT INTO protection.bed VALUES
    ({cama}, {cuarto}, 'A', false), ({camita}, {cuarto}, 'B', false), ({empty}, {cuarto}, 'C', false),
    ({broken}, {cuarto}, 'D', true), ({other_bed}, {other_room}, 'A', false);
INSERT INTO protection.stay VALUES
    ({here}, {open}, now(), NULL, 'x'), ({unseen}, {sealed}, now(), NULL, 'x'), ({gone_stay}, {lent}, now(), now(), 'x'),
    ({unplaced}, {bare}, now(), NULL, 'x');
INSERT INTO protection.bed_taken VALUES ({cama}, {here}), ({camita}, {unseen}), ({other_bed}, {gone_stay});
INSERT INTO protection.room_held VALUES ({cuarto}, {here}), ({other_room}, {unseen});
INSERT INTO protection.absence VALUES
    ({out}, {here}, {open}, false, 'x'), ({hidden_out}, {unseen}, {sealed}, false, 'x');
INSERT INTO protection.unmet_need VALUES
    ({short}, {house}, '2026-11-01', 'TURNED_AWAY', 'BED', 'FULL', 1),
    ({theirs}, {elsewhere}, '2026-11-01', 'WAITING', 'BED', 'FULL', 2);
-- A night of mate: about the open file, the sealed one, the house; and what the house has forgotten.
INSERT INTO protection.night_entry VALUES
    ({jotted}, {house}, '2026-11-24', now(), {mate}, {open}, 'x'),
    ({jotted_sealed}, {house}, '2026-11-24', now(), {rosa}, {sealed}, 'x'),
    ({of_house}, {house}, '2026-11-24', now(), {mate}, NULL, 'x'),
    ({long_ago}, {house}, '2026-09-24', now() - interval '31 days', {mate}, NULL, 'x');
INSERT INTO protection.night_read VALUES ({house}, '2026-11-24', {rosa}, now());
INSERT INTO protection.urgent_risk VALUES
    ({danger}, {open}, now() + interval '1 day', false, 'x'), ({danger_sealed}, {sealed}, now() + interval '1 day', false, 'x');
-- Tasks that mate set: for the team, about the open file; one of rosa's sealed file; one of another organisation. Cover for rosa.
INSERT INTO protection.work_task VALUES
    ({chore}, {house}, {mate}, NULL, NULL, '2026-11-30', false, 'x'), ({errand}, {house}, {mate}, {rosa}, {open}, '2026-11-30', false, 'x'),
    ({secret_task}, {house}, {rosa}, {rosa}, {sealed}, '2026-11-30', false, 'x'),
    ({far_task}, {elsewhere}, {mate}, NULL, NULL, '2026-11-30', false, 'x');
INSERT INTO protection.cover VALUES
    ({leave}, {house}, {rosa}, {mate}, '2026-12-01', '2026-12-15'), ({their_leave}, {elsewhere}, {rosa}, {mate}, '2026-12-01', '2026-12-15');
-- Plans of the open and the sealed file, approved by sonia; what lies in the store of the house and in another.
INSERT INTO protection.plan_entry VALUES
    ({planned}, {open}, 'NEEDS', now(), 'x'), ({safer}, {open}, 'SAFETY', now(), 'x'), ({planned_sealed}, {sealed}, 'NEEDS', now(), 'x');
INSERT INTO protection.plan_approval VALUES ({good}, {open}, {sonia}, now()), ({good_sealed}, {sealed}, {sonia}, now());
INSERT INTO protection.store_item VALUES ({soap}, {house}, 'Jabón', 5), ({their_soap}, {elsewhere}, 'Jabón', 5);
-- What was given to the persons of the open and of the sealed file.
INSERT INTO protection.service_given VALUES ({given}, {open}, now(), 'x'), ({given_sealed}, {sealed}, now(), 'x');
-- Who belongs to the open and to the sealed file.
INSERT INTO protection.relative VALUES ({sister}, {open}, 'x'), ({hidden_sister}, {sealed}, 'x');
-- What the night reported, and what the privacy officer added; one of another organisation.
INSERT INTO protection.breach_entry VALUES
    ({mishap}, {house}, {mishap}, now(), {night}, 'x'), ({mishap_step}, {house}, {mishap}, now(), {paz}, 'x'),
    ({their_mishap}, {elsewhere}, {their_mishap}, now(), {night}, 'x');
-- A complaint that was answered, and one of another organisation.
INSERT INTO protection.complaint VALUES
    ({gripe}, {house}, decode('6e4d4d3036a507c9270be00c12f27b4b', 'hex')),
    ({their_gripe}, {elsewhere}, decode(md5('their_gripe'), 'hex'));
INSERT INTO protection.complaint_part (id, complaint, kind, day, ciphertext) VALUES
    ({gripe_told}, {gripe}, 'TOLD', '2026-11-20', 'x'), ({gripe_answer}, {gripe}, 'ANSWERED', '2026-11-24', 'x'),
    ({their_told}, {their_gripe}, 'TOLD', '2026-11-20', 'x');
-- The open and the sealed file go to mate; as yet she has not taken them over.
INSERT INTO protection.file_transfer VALUES
    ({handing}, {open}, {rosa}, {mate}, {rosa}, now(), NULL, 'x'),
    ({handing_sealed}, {sealed}, {rosa}, {mate}, {rosa}, now(), NULL, 'x');
-- Tasks for a team that was chosen: mango, which mate set; interpreters and recordings of the house and of another; the person's yes in
-- the open and in the sealed file.
INSERT INTO protection.work_task VALUES
    ({theirs_to_do}, {house}, {mate}, NULL, NULL, '2026-11-30', false, 'x', {mango});
INSERT INTO protection.interpreter VALUES ({eulalia}, {house}, 'x'), ({their_eulalia}, {elsewhere}, 'x');
INSERT INTO protection.spoken VALUES
    ({said}, {house}, 'RIGHTS', 'mam', now(), false, 'x'), ({their_said}, {elsewhere}, 'RIGHTS', 'mam', now(), false, 'x');
INSERT INTO protection.consent_voice VALUES ({agreed}, {open}, 'x'), ({secret}, {sealed}, 'x');
