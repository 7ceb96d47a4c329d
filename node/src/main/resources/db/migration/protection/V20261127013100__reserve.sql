-- An emergency opening counts also when it could not be written here and stands in the node's reserve. Asked last, and only
-- where the transaction carries a pass at all.
CREATE OR REPLACE FUNCTION protection.may(
    role text, me uuid, operation text, field_group text, asked uuid, owner uuid, sealed boolean, open boolean)
RETURNS boolean LANGUAGE sql STABLE
RETURN role IS NOT NULL AND (
    (owner = me AND protection.permits(role, 'OWNER', operation, field_group, sealed, open))
    OR (protection.permits(role, 'TEAM', operation, field_group, sealed, open) AND access.same_team(me, owner))
    OR (protection.permits(role, 'SUPERVISOR_OF_TEAM', operation, field_group, sealed, open)
        AND access.supervises(me, owner))
    OR (protection.permits(role, 'NIGHT_COVER', operation, field_group, sealed, open) AND access.same_team(me, owner))
    OR (protection.permits(role, 'LAWYER_OF_FILE', operation, field_group, sealed, open)
        AND EXISTS (SELECT FROM protection.file_lawyer l WHERE l.file = asked AND l.lawyer = me))
    OR (protection.permits(role, 'BREAK_GLASS', operation, field_group, sealed, open)
        AND (EXISTS (SELECT FROM protection.break_glass b
                     WHERE b.file = asked AND b.member = me AND b.until > statement_timestamp())
             OR (nullif(current_setting('fourfold.pass', true), '') IS NOT NULL
                 AND trust.reserve_opens(asked, me)))));
