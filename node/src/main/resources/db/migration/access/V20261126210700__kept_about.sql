-- The case file that a kept form is about: it is sealed with that file's own key and ends with it. In clear stands the
-- random id alone.
ALTER TABLE access.kept_post ADD COLUMN about uuid;
