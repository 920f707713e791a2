-- What the labels of a job's places say by code and arguments, in their order; null where there are only the texts.
ALTER TABLE job ADD COLUMN place_message text[];
