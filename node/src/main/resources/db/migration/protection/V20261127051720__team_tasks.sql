-- A task may be for a team that was chosen: its members do it, and who set it sees it. About a file only for a team of its owner,
-- for nobody is given a task that they could not see.
ALTER TABLE protection.work_task ADD COLUMN team uuid CHECK (team IS NULL OR assignee IS NULL);

DROP POLICY task_view ON protection.work_task;
DROP POLICY task_make ON protection.work_task;
DROP POLICY task_change ON protection.work_task;
CREATE POLICY task_view ON protection.work_task FOR SELECT TO fourfold_protection
    USING ((SELECT protection.keeps_house()) AND organisation = (SELECT protection.my_organisation())
           AND CASE WHEN file IS NOT NULL
                    THEN EXISTS (SELECT FROM protection.case_file f WHERE f.id = work_task.file
                                 AND protection.may((SELECT protection.my_role()), (SELECT protection.me()), 'VIEW',
                                                    'NEEDS', f.id, f.owner, f.sealed, f.state = 'OPEN'))
                    WHEN team IS NOT NULL
                    THEN maker = (SELECT protection.me()) OR access.in_team((SELECT protection.me()), team)
                    ELSE assignee = (SELECT protection.me()) OR protection.is_near(maker) END);
CREATE POLICY task_make ON protection.work_task FOR INSERT TO fourfold_protection
    WITH CHECK ((SELECT protection.keeps_house()) AND organisation = (SELECT protection.my_organisation())
                AND maker = (SELECT protection.me()) AND NOT done
                AND (assignee IS NULL OR protection.is_near(assignee))
                AND (team IS NULL OR access.is_team(team))
                AND (file IS NULL
                     OR EXISTS (SELECT FROM protection.case_file f WHERE f.id = work_task.file
                                AND (work_task.team IS NULL OR access.in_team(f.owner, work_task.team))
                                AND protection.may((SELECT protection.my_role()), (SELECT protection.me()), 'WRITE',
                                                   'NEEDS', f.id, f.owner, f.sealed, f.state = 'OPEN'))));
CREATE POLICY task_change ON protection.work_task FOR UPDATE TO fourfold_protection
    USING ((SELECT protection.keeps_house()) AND organisation = (SELECT protection.my_organisation())
           AND CASE WHEN file IS NOT NULL
                    THEN EXISTS (SELECT FROM protection.case_file f WHERE f.id = work_task.file
                                 AND protection.may((SELECT protection.my_role()), (SELECT protection.me()), 'WRITE',
                                                    'NEEDS', f.id, f.owner, f.sealed, f.state = 'OPEN'))
                    WHEN team IS NOT NULL
                    THEN maker = (SELECT protection.me()) OR access.in_team((SELECT protection.me()), team)
                    ELSE assignee = (SELECT protection.me()) OR protection.is_near(maker) END);
