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
