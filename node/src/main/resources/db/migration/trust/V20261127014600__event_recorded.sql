-- The last days of the record are looked at as a whole by who oversees it: rows lie in the order of their time.
CREATE INDEX event_recorded ON trust.event USING brin (recorded_at) WITH (pages_per_range = 32);
