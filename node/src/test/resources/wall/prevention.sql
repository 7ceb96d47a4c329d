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
-- A second incident of each organisation, and what was decided on the two.
INSERT INTO prevention.incident SELECT gen_random_uuid(), organisation, import_id, row_number, source, 'z', content, kind,
        happened_from, happened_to, happened_precision, latitude, longitude, country, region, placed_by, place_stated,
        country_stated, route, origin, alleged, circumstances, reported, pursued, source_detail, source_link, source_quality,
        dead, missing, survivors, women, men, minors, not_available
    FROM sample.incident;
INSERT INTO prevention.incident_judgement
    (organisation, first_incident, second_incident, verdict, reason, member, judged_at)
    SELECT organisation, min(id::text)::uuid, max(id::text)::uuid, 'SAME', 'x', {ana}, now()
    FROM prevention.incident GROUP BY organisation;
CREATE TABLE sample.incident_judgement AS SELECT * FROM prevention.incident_judgement;
GRANT USAGE ON SCHEMA sample TO fourfold_prevention;
GRANT SELECT ON ALL TABLES IN SCHEMA sample TO fourfold_prevention;
