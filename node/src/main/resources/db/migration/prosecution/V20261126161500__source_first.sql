-- An id or a reference is looked up within its source alone. With the source first, the rows of a new file stand together at
-- the end of these two indexes instead of all over them, and an import costs the same however much there is already.
ALTER TABLE prosecution.entity DROP CONSTRAINT entity_external_id_source_key;
ALTER TABLE prosecution.entity ADD CONSTRAINT entity_of_source UNIQUE (source, external_id);
DROP INDEX prosecution.claim_refers;
CREATE INDEX claim_refers ON prosecution.claim (source, value) WHERE refers;
