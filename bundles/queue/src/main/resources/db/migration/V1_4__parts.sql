-- A job may have jobs of its own, its parts. Of one that has, for how many things it had none made; null for one that has not.
-- Once its handler is done it is SCHEDULED until they have ended.
ALTER TABLE job ADD COLUMN parent_id uuid, ADD COLUMN skipped bigint, ADD COLUMN awaits_parts boolean NOT NULL DEFAULT false;

CREATE INDEX job_part ON job (parent_id, id) WHERE parent_id IS NOT NULL;
CREATE INDEX job_awaiting ON job (id) WHERE awaits_parts;
