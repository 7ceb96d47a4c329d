-- One row of each table of prosecution here, and one of another organisation: source 1 is ours, source 2 is theirs.
INSERT INTO prosecution.source (id, organisation, name, sha256, bytes, kind, reading, member, imported_at, rows_read,
        fragments, entities, refused, claims, aside, problems)
    SELECT gen_random_uuid(), organisation, 'x', repeat('0', 64), 1, 'TABLE', 'x', {ines}, now(), 1, 1, 1, 1, 1, 1, 1
    FROM (VALUES (1, {house}), (2, {elsewhere})) AS made (place, organisation) ORDER BY place;
INSERT INTO prosecution.import_note SELECT number, 0, 'x', 1, '', '' FROM prosecution.source;
INSERT INTO prosecution.tally SELECT number, 'SCHEMA', 'x', 1 FROM prosecution.source;
INSERT INTO prosecution.entity SELECT gen_random_uuid(), number, 1, 'x', 'Person', 'x', '' FROM prosecution.source;
INSERT INTO prosecution.claim
    SELECT e.id, e.source, 1, false, 'name', 'x', NULL, NULL, NULL FROM prosecution.entity e;
INSERT INTO prosecution.identifier SELECT e.id, e.source, 'PHONE', 'x', 'phone' FROM prosecution.entity e;
INSERT INTO prosecution.token SELECT 'wx', e.id, e.source, e.schema FROM prosecution.entity e;
INSERT INTO prosecution.overlap SELECT gen_random_uuid(), organisation, 'PHONE', 'x', 2, 2 FROM prosecution.source;
INSERT INTO prosecution.hub_mark SELECT organisation, 'PHONE', 'x', 'SHOP', {ines}, now() FROM prosecution.source;
-- Two investigations of ours, one that Inés works on and one that she does not, and one of theirs.
INSERT INTO prosecution.investigation (id, organisation, title, opened_on, opened_by, opened_at, members)
    SELECT id::uuid, organisation, 'x', DATE '2026-01-01', {sonia}, now(), ARRAY[member::uuid]
    FROM (VALUES ('11111111-0000-4000-8000-000000000001', {house}, {ines}),
                 ('11111111-0000-4000-8000-000000000002', {house}, {sonia}),
                 ('11111111-0000-4000-8000-000000000003', {elsewhere}, {ines})) AS made (id, organisation, member);
INSERT INTO prosecution.investigation_member (investigation, member, since, added_by)
    SELECT id, members[1], now(), {sonia}
    FROM prosecution.investigation;
INSERT INTO prosecution.docket (id, investigation, kind, day, words, member, entered_at)
    SELECT gen_random_uuid(), id, 'MANDATE', DATE '2026-01-01', 'x', {sonia}, now() FROM prosecution.investigation;
INSERT INTO prosecution.mapping
    SELECT gen_random_uuid(), organisation, 'x', '{}', 1, {ines}, now() FROM prosecution.source;
