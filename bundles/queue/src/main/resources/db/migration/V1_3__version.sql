-- Grows with each change of what people see of a job.
ALTER TABLE job ADD COLUMN version bigint NOT NULL DEFAULT 1;
