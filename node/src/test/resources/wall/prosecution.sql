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
INSERT INTO prosecution.mapping
    SELECT gen_random_uuid(), organisation, 'x', '{}', 1, {ines}, now() FROM prosecution.source;
