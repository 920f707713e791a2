-- Which action of its kind a job is, for people to read.
ALTER TABLE job ADD COLUMN action text;

-- Of a job with an idempotency key: whose key it is, and a digest of what was asked under it.
ALTER TABLE job ADD COLUMN caller_id uuid, ADD COLUMN asked bytea;
CREATE UNIQUE INDEX job_idempotency_caller ON job (caller_id, idempotency_key) WHERE idempotency_key IS NOT NULL;
