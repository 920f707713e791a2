-- What steps and lines say by code and arguments, with the English text that it goes with; null where there is only that.
ALTER TABLE job ADD COLUMN step_message jsonb;
ALTER TABLE job_log ADD COLUMN message jsonb;
