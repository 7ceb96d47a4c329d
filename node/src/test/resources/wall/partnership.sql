-- Publications here and of another organisation. Here: two that were released, the first taken back; a draft that nobody
-- signed; and one that both signed and that is not released yet. And three requests to publish: agreed to, ended, open.
INSERT INTO partnership.permission_request
    SELECT id, organisation, {amparo}, 'ADMINISTRATOR', now(), 'CC_BY_4', ''
    FROM (VALUES ({agreed}, {house}), ({ended}, {house}), ({asked}, {house}), ({agreed_elsewhere}, {elsewhere}),
                 ({ended_elsewhere}, {elsewhere}), ({asked_elsewhere}, {elsewhere})) AS made (id, organisation);
INSERT INTO partnership.permission
    SELECT id, organisation, member, role, {sonia}, 'SUPERVISOR', now() FROM partnership.permission_request
    WHERE id IN ({agreed}, {agreed_elsewhere});
INSERT INTO partnership.permission_end
    VALUES ({ended}, {sonia}, 'SUPERVISOR', now()), ({ended_elsewhere}, {sonia}, 'SUPERVISOR', now());
INSERT INTO partnership.publication
    SELECT id, organisation, permission, {ana}, 'ANALYST', now(), 'x', ordinal, 'REGION', true, 'INCIDENTS', 'x', '', '', '',
           2024, 2024, now(), 'x', true, 'CC_BY_4', '', repeat('0', 64)
    FROM (VALUES ({withdrawn}, {house}, {agreed}, 1), ({released}, {house}, {agreed}, 2), ({signed}, {house}, {agreed}, 3),
                 ({draft}, {house}, {agreed}, 3), ({public_elsewhere}, {elsewhere}, {agreed_elsewhere}, 1))
         AS made (id, organisation, permission, ordinal);
INSERT INTO partnership.published_cell
    VALUES ({withdrawn}, 2024, 'MX', 'x', 10, false), ({public_elsewhere}, 2024, 'MX', 'x', 10, false);
INSERT INTO partnership.signature
    SELECT p.id, s.member, s.role, p.content_hash, now()
    FROM partnership.publication p, (VALUES ({sonia}, 'SUPERVISOR'), ({ana}, 'ANALYST')) AS s (member, role)
    WHERE p.id <> {draft};
INSERT INTO partnership.series_shape VALUES ({house}, 'x', 'REGION', true), ({elsewhere}, 'x', 'REGION', true);
INSERT INTO partnership.release (publication, organisation, permission, series, ordinal, places, by_kind, content_hash,
        supervisor, supervisor_role, second, second_role, released_at, released_on)
    SELECT id, organisation, permission, series, ordinal, places, by_kind, content_hash,
           {sonia}, 'SUPERVISOR', {ana}, 'ANALYST', now(), now()
    FROM partnership.publication WHERE id IN ({withdrawn}, {released}, {public_elsewhere}) ORDER BY ordinal;
INSERT INTO partnership.withdrawal
    VALUES ({withdrawn}, {sonia}, 'SUPERVISOR', 'ERROR', now(), now()),
           ({public_elsewhere}, {sonia}, 'SUPERVISOR', 'ERROR', now(), now());

-- Drafts like those above that are not in yet, for the sentences that write.
CREATE SCHEMA public_sample;
CREATE TABLE public_sample.publication AS
    SELECT * FROM partnership.publication WHERE id IN ({draft}, {public_elsewhere});
UPDATE public_sample.publication SET id = gen_random_uuid();
GRANT USAGE ON SCHEMA public_sample TO fourfold_partnership;
GRANT SELECT ON ALL TABLES IN SCHEMA public_sample TO fourfold_partnership;
