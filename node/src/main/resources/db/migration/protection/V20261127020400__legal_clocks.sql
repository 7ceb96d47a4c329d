-- Legal clocks. What happened, and when, is sealed under the file's key, each fact in its field group; what the law makes of
-- it is reckoned when a file is opened. In clear stands only what a desk must be ordered by: which group, when it ends, from
-- when it is on whose desk. Not which rule: that would tell what happened.

-- A fact in all its revisions. Added, never changed: what was wrong is corrected or struck by a later revision.
CREATE TABLE protection.legal_fact (
    id          uuid    NOT NULL,
    revision    integer NOT NULL CHECK (revision >= 1),
    file        uuid    NOT NULL,
    owner       uuid    NOT NULL,
    field_group text    NOT NULL CHECK (field_group IN ('IDENTITY', 'SAFETY', 'LEGAL')),
    ciphertext  bytea   NOT NULL CHECK (length(ciphertext) <= 20000),
    PRIMARY KEY (id, revision),
    FOREIGN KEY (file, owner) REFERENCES protection.case_file (id, owner) ON UPDATE CASCADE ON DELETE CASCADE
);
CREATE INDEX legal_fact_file ON protection.legal_fact (file);

-- What was reckoned last: made anew whenever a fact changes.
CREATE TABLE protection.clock (
    id              uuid        PRIMARY KEY,
    file            uuid        NOT NULL,
    owner           uuid        NOT NULL,
    field_group     text        NOT NULL CHECK (field_group IN ('SAFETY', 'LEGAL')),
    ends_at         timestamptz NOT NULL,
    stopped_at      timestamptz,
    owner_from      timestamptz,
    lawyer_from     timestamptz,
    supervisor_from timestamptz,
    packs           text        NOT NULL CHECK (length(packs) <= 200),
    FOREIGN KEY (file, owner) REFERENCES protection.case_file (id, owner) ON UPDATE CASCADE ON DELETE CASCADE
);
CREATE INDEX clock_file ON protection.clock (file);
CREATE INDEX clock_owner ON protection.clock (owner) WHERE stopped_at IS NULL;
CREATE INDEX clock_supervisor ON protection.clock (supervisor_from) WHERE stopped_at IS NULL;

-- A lawyer's word on one rule of one version of a pack. Added, never changed: the latest counts. Nothing of any person.
CREATE TABLE protection.rule_review (
    id           uuid        PRIMARY KEY,
    organisation uuid        NOT NULL,
    jurisdiction text        NOT NULL CHECK (jurisdiction ~ '^[a-z]{2}$'),
    version      text        NOT NULL CHECK (version ~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}$'),
    rule         text        NOT NULL CHECK (rule ~ '^[a-z]{2}[.][a-z0-9-]{2,40}$'),
    verdict      text        NOT NULL CHECK (verdict IN ('APPROVED', 'REJECTED')),
    member       uuid        NOT NULL,
    at           timestamptz NOT NULL,
    words        text        NOT NULL CHECK (length(words) BETWEEN 1 AND 1000),
    number       bigint      GENERATED ALWAYS AS IDENTITY UNIQUE
);
CREATE INDEX rule_review_rule ON protection.rule_review (organisation, jurisdiction, version, rule, number);

ALTER TABLE protection.legal_fact ENABLE ROW LEVEL SECURITY;
ALTER TABLE protection.legal_fact FORCE ROW LEVEL SECURITY;
CREATE POLICY fact_view ON protection.legal_fact FOR SELECT TO fourfold_protection
    USING (EXISTS (SELECT FROM protection.case_file f WHERE f.id = legal_fact.file
                   AND protection.may((SELECT protection.my_role()), (SELECT protection.me()), 'VIEW',
                                      legal_fact.field_group, f.id, f.owner, f.sealed, f.state = 'OPEN')));
CREATE POLICY fact_tell ON protection.legal_fact FOR INSERT TO fourfold_protection
    WITH CHECK (EXISTS (SELECT FROM protection.case_file f WHERE f.id = legal_fact.file
                        AND protection.may((SELECT protection.my_role()), (SELECT protection.me()), 'WRITE',
                                           legal_fact.field_group, f.id, f.owner, f.sealed, f.state = 'OPEN')));

-- Whoever supervises does not see what the lawyer knows, only that there is a deadline and when it ends.
ALTER TABLE protection.clock ENABLE ROW LEVEL SECURITY;
ALTER TABLE protection.clock FORCE ROW LEVEL SECURITY;
CREATE POLICY clock_view ON protection.clock FOR SELECT TO fourfold_protection
    USING (EXISTS (SELECT FROM protection.case_file f WHERE f.id = clock.file
                   AND (protection.may((SELECT protection.my_role()), (SELECT protection.me()), 'VIEW',
                                       clock.field_group, f.id, f.owner, f.sealed, f.state = 'OPEN')
                        OR ((SELECT protection.my_role()) = 'SUPERVISOR' AND NOT f.sealed
                            AND access.supervises((SELECT protection.me()), f.owner)))));
CREATE POLICY clock_set ON protection.clock FOR INSERT TO fourfold_protection
    WITH CHECK (EXISTS (SELECT FROM protection.case_file f WHERE f.id = clock.file
                        AND protection.may((SELECT protection.my_role()), (SELECT protection.me()), 'WRITE',
                                           clock.field_group, f.id, f.owner, f.sealed, f.state = 'OPEN')));
CREATE POLICY clock_drop ON protection.clock FOR DELETE TO fourfold_protection
    USING (EXISTS (SELECT FROM protection.case_file f WHERE f.id = clock.file
                   AND protection.may((SELECT protection.my_role()), (SELECT protection.me()), 'WRITE',
                                      clock.field_group, f.id, f.owner, f.sealed, f.state = 'OPEN')));

ALTER TABLE protection.rule_review ENABLE ROW LEVEL SECURITY;
ALTER TABLE protection.rule_review FORCE ROW LEVEL SECURITY;
CREATE POLICY review_view ON protection.rule_review FOR SELECT TO fourfold_protection
    USING ((SELECT protection.my_role()) IS NOT NULL AND organisation = (SELECT protection.my_organisation()));
CREATE POLICY review_give ON protection.rule_review FOR INSERT TO fourfold_protection
    WITH CHECK ((SELECT protection.my_role()) = 'LAWYER' AND member = (SELECT protection.me())
                AND organisation = (SELECT protection.my_organisation()));

GRANT SELECT, INSERT ON protection.legal_fact, protection.rule_review TO fourfold_protection;
GRANT SELECT, INSERT, DELETE ON protection.clock TO fourfold_protection;

GRANT SELECT ON protection.legal_fact, protection.clock, protection.rule_review TO fourfold_backup;
CREATE POLICY backup_reads ON protection.legal_fact FOR SELECT TO fourfold_backup USING (true);
CREATE POLICY backup_reads ON protection.clock FOR SELECT TO fourfold_backup USING (true);
CREATE POLICY backup_reads ON protection.rule_review FOR SELECT TO fourfold_backup USING (true);
