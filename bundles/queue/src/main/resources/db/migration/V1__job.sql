-- One row is one job. docs/job-states.md draws the ways between the states; each way is one statement of the class Sql.
CREATE TABLE job (
    id               uuid        PRIMARY KEY, -- UUIDv7: sorts by time of submission
    kind             text        NOT NULL,
    subject_type     text        NOT NULL,
    subject_id       uuid        NOT NULL,
    subject_name     text        NOT NULL,
    owner_id         uuid        NOT NULL,
    args             jsonb       NOT NULL,
    priority         text        NOT NULL,
    rank             bigint      NOT NULL,    -- due time in ms since 1970, less the head start of the priority
    state            text        NOT NULL,
    attempt          integer     NOT NULL DEFAULT 0,
    max_attempts     integer,                 -- null until a worker has asked the handler
    fence            bigint      NOT NULL DEFAULT 0, -- grows with every claim, counted or not
    exclusive_key    text,
    idempotency_key  text,
    percent          integer     NOT NULL DEFAULT 0,
    step             text,
    log_lines        bigint      NOT NULL DEFAULT 0,
    problem          jsonb,
    cancel_requested boolean     NOT NULL DEFAULT false,
    created_at       timestamptz NOT NULL,
    due_at           timestamptz NOT NULL,
    started_at       timestamptz,
    finished_at      timestamptz,
    lease_until      timestamptz,
    worker           uuid,                    -- which life of which node holds the lease
    node             text,
    ending_due       timestamptz,             -- its domain is still to be told of the end, from then on
    CHECK (priority IN ('CRITICAL', 'HIGH', 'NORMAL', 'LOW')),
    CHECK (state IN ('SCHEDULED', 'AVAILABLE', 'RUNNING', 'RETRYABLE', 'COMPLETED', 'DISCARDED', 'CANCELLED')),
    CHECK ((finished_at IS NOT NULL) = (state IN ('COMPLETED', 'DISCARDED', 'CANCELLED'))),
    CHECK ((lease_until IS NOT NULL) = (state = 'RUNNING')),
    CHECK ((worker IS NOT NULL) = (state = 'RUNNING')),
    CHECK (percent BETWEEN 0 AND 100)
) WITH (
    fillfactor = 85, -- room for progress to be written in place
    autovacuum_vacuum_scale_factor = 0.02,
    autovacuum_vacuum_insert_scale_factor = 0.1
);

-- Work that waits, runs or is not told of yet: all of these stay small however many jobs have finished.
CREATE INDEX job_available ON job (kind, owner_id, rank, id) WHERE state = 'AVAILABLE';
CREATE INDEX job_due ON job (due_at) WHERE state IN ('SCHEDULED', 'RETRYABLE');
CREATE INDEX job_lease ON job (lease_until) WHERE state = 'RUNNING';
CREATE INDEX job_ending ON job (ending_due) WHERE ending_due IS NOT NULL;
CREATE INDEX job_unfinished ON job (subject_id, id) WHERE finished_at IS NULL;
CREATE INDEX job_exclusive_line ON job (exclusive_key, id) WHERE exclusive_key IS NOT NULL AND finished_at IS NULL;

-- What must never be, whatever the code does.
CREATE UNIQUE INDEX job_exclusive ON job (exclusive_key) WHERE exclusive_key IS NOT NULL AND state = 'RUNNING';
CREATE UNIQUE INDEX job_idempotency ON job (owner_id, idempotency_key) WHERE idempotency_key IS NOT NULL;

-- Lists, newest first.
CREATE INDEX job_by_owner ON job (owner_id, id);
CREATE INDEX job_by_subject ON job (subject_id, id);
CREATE INDEX job_given_up ON job (state, id) WHERE state IN ('DISCARDED', 'CANCELLED');

CREATE TABLE job_log (
    job_id  uuid        NOT NULL REFERENCES job (id) ON DELETE CASCADE,
    seq     bigint      NOT NULL,
    at      timestamptz NOT NULL,
    attempt integer     NOT NULL,
    text    text        NOT NULL,
    PRIMARY KEY (job_id, seq)
);

-- One row per life of a worker: tells a node that restarts whether its previous life is over.
CREATE TABLE job_worker (
    id              uuid        PRIMARY KEY,
    node            text        NOT NULL,
    pid             bigint      NOT NULL,
    process_started timestamptz NOT NULL,
    beat_at         timestamptz NOT NULL
);
CREATE INDEX job_worker_node ON job_worker (node);
