-- What a node must reach to run a job: keys of places, one a line, sorted; empty where any node can. And what people call them.
ALTER TABLE job ADD COLUMN place text NOT NULL DEFAULT '', ADD COLUMN place_label text NOT NULL DEFAULT '';

-- The lines in which jobs wait, so that those of a place that nobody reaches are in nobody's way.
CREATE INDEX job_line ON job (kind, place, owner_id, rank, id) WHERE state = 'AVAILABLE';

-- What a worker can do at the moment; null for one of a version that does not say so.
ALTER TABLE job_worker ADD COLUMN kinds text[], ADD COLUMN places text[];
