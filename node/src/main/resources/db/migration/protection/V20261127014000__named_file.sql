-- Who calls and gives a file's number takes back what was agreed, whoever answers: the number is the proof that it is hers.
-- A row is shown to who helps and already names its number in this very transaction, a sealed one too; nobody lists by it.
CREATE POLICY file_named ON protection.case_file FOR SELECT TO fourfold_protection
    USING (number = nullif(current_setting('fourfold.number', true), '')
           AND organisation = (SELECT protection.my_organisation())
           AND (SELECT protection.permits(protection.my_role(), NULL, 'SEARCH', NULL, false, true)));

ALTER POLICY withdrawal_take ON protection.withdrawal
    WITH CHECK (member = (SELECT protection.me())
                AND (EXISTS (SELECT FROM protection.presence p WHERE p.file = withdrawal.file)
                     OR EXISTS (SELECT FROM protection.case_file f WHERE f.id = withdrawal.file
                                AND f.number = nullif(current_setting('fourfold.number', true), ''))));
