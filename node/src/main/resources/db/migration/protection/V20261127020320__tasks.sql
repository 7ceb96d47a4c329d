-- Tasks and cover for leave. What a task says is sealed: under its file's key where it is about a file, else in a lasting box of the house,
-- for it is about nobody. A task is for one member, or for the team of whoever made it. Cover lends no relation to any file: it moves
-- tasks to another desk, and what a colleague of the team may read is enough.
CREATE TABLE protection.work_task (
    id           uuid    PRIMARY KEY,
    organisation uuid    NOT NULL,
    maker        uuid    NOT NULL,
    assignee     uuid,
    file         uuid REFERENCES protection.case_file ON DELETE CASCADE,
    due          date    NOT NULL,
    done         boolean NOT NULL DEFAULT false,
    ciphertext   bytea   NOT NULL CHECK (length(ciphertext) <= 20000)
);
CREATE INDEX work_task_due ON protection.work_task (due) WHERE NOT done;
CREATE INDEX work_task_file ON protection.work_task (file);

CREATE TABLE protection.cover (
    id           uuid PRIMARY KEY,
    organisation uuid NOT NULL,
    member       uuid NOT NULL,
    covers       uuid NOT NULL CHECK (covers <> member),
    first_day    date NOT NULL,
    last_day     date NOT NULL CHECK (last_day BETWEEN first_day AND first_day + 366)
);
CREATE INDEX cover_covers ON protection.cover (covers, last_day);

ALTER TABLE protection.work_task ENABLE ROW LEVEL SECURITY;
ALTER TABLE protection.work_task FORCE ROW LEVEL SECURITY;
CREATE POLICY task_view ON protection.work_task FOR SELECT TO fourfold_protection
    USING ((SELECT protection.keeps_house()) AND organisation = (SELECT protection.my_organisation())
           AND CASE WHEN file IS NULL THEN assignee = (SELECT protection.me()) OR protection.is_near(maker)
                    ELSE EXISTS (SELECT FROM protection.case_file f WHERE f.id = work_task.file
                                 AND protection.may((SELECT protection.my_role()), (SELECT protection.me()), 'VIEW',
                                                    'NEEDS', f.id, f.owner, f.sealed, f.state = 'OPEN')) END);
CREATE POLICY task_make ON protection.work_task FOR INSERT TO fourfold_protection
    WITH CHECK ((SELECT protection.keeps_house()) AND organisation = (SELECT protection.my_organisation())
                AND maker = (SELECT protection.me()) AND NOT done
                AND (assignee IS NULL OR protection.is_near(assignee))
                AND (file IS NULL
                     OR EXISTS (SELECT FROM protection.case_file f WHERE f.id = work_task.file
                                AND protection.may((SELECT protection.my_role()), (SELECT protection.me()), 'WRITE',
                                                   'NEEDS', f.id, f.owner, f.sealed, f.state = 'OPEN'))));
CREATE POLICY task_change ON protection.work_task FOR UPDATE TO fourfold_protection
    USING ((SELECT protection.keeps_house()) AND organisation = (SELECT protection.my_organisation())
           AND CASE WHEN file IS NULL THEN assignee = (SELECT protection.me()) OR protection.is_near(maker)
                    ELSE EXISTS (SELECT FROM protection.case_file f WHERE f.id = work_task.file
                                 AND protection.may((SELECT protection.my_role()), (SELECT protection.me()), 'WRITE',
                                                    'NEEDS', f.id, f.owner, f.sealed, f.state = 'OPEN')) END);

ALTER TABLE protection.cover ENABLE ROW LEVEL SECURITY;
ALTER TABLE protection.cover FORCE ROW LEVEL SECURITY;
CREATE POLICY cover_view ON protection.cover FOR SELECT TO fourfold_protection
    USING ((SELECT protection.keeps_house()) AND organisation = (SELECT protection.my_organisation())
           AND protection.is_near(member));
-- For oneself; for somebody who fell ill, whoever supervises them. Always somebody of the same team.
CREATE POLICY cover_name ON protection.cover FOR INSERT TO fourfold_protection
    WITH CHECK ((SELECT protection.keeps_house()) AND organisation = (SELECT protection.my_organisation())
                AND (member = (SELECT protection.me())
                     OR ((SELECT protection.my_role()) = 'SUPERVISOR'
                         AND access.supervises((SELECT protection.me()), member)))
                AND access.same_team(covers, member));
CREATE POLICY cover_end ON protection.cover FOR DELETE TO fourfold_protection
    USING ((SELECT protection.keeps_house()) AND organisation = (SELECT protection.my_organisation())
           AND (member = (SELECT protection.me())
                OR ((SELECT protection.my_role()) = 'SUPERVISOR'
                    AND access.supervises((SELECT protection.me()), member))));

GRANT SELECT, INSERT ON protection.work_task, protection.cover TO fourfold_protection;
GRANT UPDATE (done) ON protection.work_task TO fourfold_protection;
GRANT DELETE ON protection.cover TO fourfold_protection;

GRANT SELECT ON protection.work_task, protection.cover TO fourfold_backup;
CREATE POLICY backup_reads ON protection.work_task FOR SELECT TO fourfold_backup USING (true);
CREATE POLICY backup_reads ON protection.cover FOR SELECT TO fourfold_backup USING (true);
