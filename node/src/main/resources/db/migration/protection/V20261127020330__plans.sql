-- What is planned with a person and what was given: safety plan, needs, goals in their own words, services, goods, interpreters. Of an
-- entry stand in clear its file, its group and when it was last changed; of which kind it is, how it stands and every word are under
-- the file's key. A supervisor's approval is of the plan as it stood at that moment.
CREATE TABLE protection.plan_entry (
    id          uuid        PRIMARY KEY,
    file        uuid        NOT NULL REFERENCES protection.case_file ON DELETE CASCADE,
    field_group text        NOT NULL CHECK (field_group IN ('SAFETY', 'NEEDS')),
    changed_at  timestamptz NOT NULL,
    ciphertext  bytea       NOT NULL CHECK (length(ciphertext) <= 40000)
);
CREATE INDEX plan_entry_file ON protection.plan_entry (file);

CREATE TABLE protection.plan_approval (
    id         uuid        PRIMARY KEY,
    file       uuid        NOT NULL REFERENCES protection.case_file ON DELETE CASCADE,
    supervisor uuid        NOT NULL,
    at         timestamptz NOT NULL
);
CREATE INDEX plan_approval_file ON protection.plan_approval (file);

-- What lies in the store: things, in which there is no person. To whom something went stands in the plan of their file.
CREATE TABLE protection.store_item (
    id           uuid    PRIMARY KEY,
    organisation uuid    NOT NULL,
    name         text    NOT NULL CHECK (length(name) BETWEEN 1 AND 60),
    stock        integer NOT NULL CHECK (stock BETWEEN 0 AND 100000),
    UNIQUE (organisation, name)
);

ALTER TABLE protection.plan_entry ENABLE ROW LEVEL SECURITY;
ALTER TABLE protection.plan_entry FORCE ROW LEVEL SECURITY;
CREATE POLICY plan_view ON protection.plan_entry FOR SELECT TO fourfold_protection
    USING (EXISTS (SELECT FROM protection.case_file f WHERE f.id = plan_entry.file
                   AND protection.may((SELECT protection.my_role()), (SELECT protection.me()), 'VIEW',
                                      plan_entry.field_group, f.id, f.owner, f.sealed, f.state = 'OPEN')));
CREATE POLICY plan_write ON protection.plan_entry FOR INSERT TO fourfold_protection
    WITH CHECK (EXISTS (SELECT FROM protection.case_file f WHERE f.id = plan_entry.file
                        AND protection.may((SELECT protection.my_role()), (SELECT protection.me()), 'WRITE',
                                           plan_entry.field_group, f.id, f.owner, f.sealed, f.state = 'OPEN')));
CREATE POLICY plan_change ON protection.plan_entry FOR UPDATE TO fourfold_protection
    USING (EXISTS (SELECT FROM protection.case_file f WHERE f.id = plan_entry.file
                   AND protection.may((SELECT protection.my_role()), (SELECT protection.me()), 'WRITE',
                                      plan_entry.field_group, f.id, f.owner, f.sealed, f.state = 'OPEN')));

ALTER TABLE protection.plan_approval ENABLE ROW LEVEL SECURITY;
ALTER TABLE protection.plan_approval FORCE ROW LEVEL SECURITY;
CREATE POLICY approval_view ON protection.plan_approval FOR SELECT TO fourfold_protection
    USING (EXISTS (SELECT FROM protection.case_file f WHERE f.id = plan_approval.file
                   AND protection.may((SELECT protection.my_role()), (SELECT protection.me()), 'VIEW', 'NEEDS', f.id,
                                      f.owner, f.sealed, f.state = 'OPEN')));
-- Never of one's own plan.
CREATE POLICY approval_give ON protection.plan_approval FOR INSERT TO fourfold_protection
    WITH CHECK (supervisor = (SELECT protection.me()) AND (SELECT protection.my_role()) = 'SUPERVISOR'
                AND EXISTS (SELECT FROM protection.case_file f WHERE f.id = plan_approval.file
                            AND f.owner <> (SELECT protection.me()) AND f.state = 'OPEN'
                            AND access.supervises((SELECT protection.me()), f.owner)));

ALTER TABLE protection.store_item ENABLE ROW LEVEL SECURITY;
ALTER TABLE protection.store_item FORCE ROW LEVEL SECURITY;
CREATE POLICY item_view ON protection.store_item FOR SELECT TO fourfold_protection
    USING (organisation = (SELECT protection.my_organisation()) AND (SELECT protection.keeps_house()));
CREATE POLICY item_add ON protection.store_item FOR INSERT TO fourfold_protection
    WITH CHECK (organisation = (SELECT protection.my_organisation()) AND (SELECT protection.keeps_house()));
CREATE POLICY item_change ON protection.store_item FOR UPDATE TO fourfold_protection
    USING (organisation = (SELECT protection.my_organisation()) AND (SELECT protection.keeps_house()));

GRANT SELECT, INSERT ON protection.plan_entry, protection.plan_approval, protection.store_item TO fourfold_protection;
GRANT UPDATE (changed_at, ciphertext) ON protection.plan_entry TO fourfold_protection;
GRANT UPDATE (stock) ON protection.store_item TO fourfold_protection;

GRANT SELECT ON protection.plan_entry, protection.plan_approval, protection.store_item TO fourfold_backup;
CREATE POLICY backup_reads ON protection.plan_entry FOR SELECT TO fourfold_backup USING (true);
CREATE POLICY backup_reads ON protection.plan_approval FOR SELECT TO fourfold_backup USING (true);
CREATE POLICY backup_reads ON protection.store_item FOR SELECT TO fourfold_backup USING (true);
