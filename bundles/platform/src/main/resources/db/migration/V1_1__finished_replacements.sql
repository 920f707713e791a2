-- Finished replacements go by their age.
CREATE INDEX replacement_finished ON replacement (finished_at);
