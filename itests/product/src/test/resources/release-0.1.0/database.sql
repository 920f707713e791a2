-- A database as OBox 0.1.0 left it: its tables, an account, a host with a running and a stopped VM, and their jobs.
create table account (
    id                   uuid primary key,
    email                text        not null unique check (email = lower(email)),
    name                 text        not null,
    role                 text        not null check (role in ('ADMIN', 'USER')),
    state                text        not null check (state in ('UNVERIFIED', 'ACTIVE', 'DISABLED')),
    locale               text        not null,
    password_hash        text        not null,
    must_change_password boolean     not null,
    created_at           timestamptz not null,
    last_login_at        timestamptz,
    version              bigint      not null
);

-- A session that has ended has no row: what is not here is not logged in.
create table session (
    id            uuid primary key,
    account_id    uuid        not null references account (id) on delete cascade,
    refresh_hash  bytea       not null,
    previous_hash bytea,
    rotated_at    timestamptz not null,
    expires_at    timestamptz not null,
    created_at    timestamptz not null,
    user_agent    text        not null,
    address       text        not null
);

create index session_account on session (account_id);

create table signing_key (
    id         uuid primary key,
    secret     bytea       not null,
    created_at timestamptz not null
);
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
-- Which action of its kind a job is, for people to read.
ALTER TABLE job ADD COLUMN action text;

-- Of a job with an idempotency key: whose key it is, and a digest of what was asked under it.
ALTER TABLE job ADD COLUMN caller_id uuid, ADD COLUMN asked bytea;
CREATE UNIQUE INDEX job_idempotency_caller ON job (caller_id, idempotency_key) WHERE idempotency_key IS NOT NULL;
-- What VMs have been promised of a host stands in its row, so that two creations can't both take the last of it.
create table host (
    id              uuid primary key,
    name            text        not null unique,
    backend         text        not null,
    uri             text        not null,
    state           text        not null check (state in ('UP', 'DOWN', 'MAINTENANCE')),
    cpus            integer     not null,
    memory_mib      bigint      not null,
    storage_gib     bigint      not null,
    accelerated     boolean     not null,
    abilities       text        not null,
    used_vcpus      integer     not null default 0,
    used_memory_mib bigint      not null default 0,
    used_disk_gib   bigint      not null default 0,
    vms             integer     not null default 0,
    seen_at         timestamptz not null,
    version         bigint      not null
) with (fillfactor = 50);

create table image (
    id                 uuid primary key,
    name               text        not null unique,
    os                 text        not null,
    os_version         text        not null,
    arch               text        not null,
    format             text        not null check (format in ('QCOW2', 'RAW')),
    virtual_size_bytes bigint      not null,
    size_bytes         bigint      not null,
    sha256             text,
    default_user       text        not null,
    state              text        not null check (state in ('AVAILABLE', 'IMPORTING', 'READY', 'FAILED')),
    source             text        not null,
    file_modified_at   timestamptz,
    created_at         timestamptz not null
);

-- A VM that is gone has no row.
create table vm (
    id            uuid primary key,
    owner_id      uuid        not null,
    name          text        not null,
    image_id      uuid        not null references image (id),
    host_id       uuid references host (id),
    vcpus         integer     not null,
    memory_mib    integer     not null,
    disk_gib      integer     not null,
    network       text        not null,
    ssh_keys      text        not null,
    user_data     text,
    tags          text        not null,
    autostart     boolean     not null,
    desired_power text        not null check (desired_power in ('RUNNING', 'STOPPED', 'PAUSED')),
    state         text        not null check (state in
        ('REQUESTED', 'PROVISIONING', 'RUNNING', 'STOPPED', 'PAUSED', 'FAILED', 'DELETING', 'LOST')),
    addresses     text        not null,
    problem       text,
    created_at    timestamptz not null,
    started_at    timestamptz,
    version       bigint      not null,
    constraint vm_owner_name unique (owner_id, name)
);

create index vm_owner on vm (owner_id, id desc);
create index vm_host on vm (host_id);
create index vm_image on vm (image_id);
CREATE TABLE schema_history_io_obox_auth (installed_rank integer PRIMARY KEY, version varchar(50), description varchar(200) NOT NULL, type varchar(20) NOT NULL, script varchar(1000) NOT NULL, checksum integer, installed_by varchar(100) NOT NULL, installed_on timestamp NOT NULL DEFAULT now(), execution_time integer NOT NULL, success boolean NOT NULL);
CREATE TABLE schema_history_io_obox_queue (installed_rank integer PRIMARY KEY, version varchar(50), description varchar(200) NOT NULL, type varchar(20) NOT NULL, script varchar(1000) NOT NULL, checksum integer, installed_by varchar(100) NOT NULL, installed_on timestamp NOT NULL DEFAULT now(), execution_time integer NOT NULL, success boolean NOT NULL);
CREATE TABLE schema_history_io_obox_vm (installed_rank integer PRIMARY KEY, version varchar(50), description varchar(200) NOT NULL, type varchar(20) NOT NULL, script varchar(1000) NOT NULL, checksum integer, installed_by varchar(100) NOT NULL, installed_on timestamp NOT NULL DEFAULT now(), execution_time integer NOT NULL, success boolean NOT NULL);
INSERT INTO schema_history_io_obox_auth (installed_rank, version, description, type, script, checksum, installed_by, installed_on, execution_time, success) VALUES ('1', '1', 'accounts', 'SQL', 'V1__accounts.sql', '-1656862621', 'obox', '2026-11-26 09:56:29.161146', '76', 'true');
INSERT INTO schema_history_io_obox_queue (installed_rank, version, description, type, script, checksum, installed_by, installed_on, execution_time, success) VALUES ('1', '1', 'job', 'SQL', 'V1__job.sql', '-484873320', 'obox', '2026-11-26 09:56:28.985802', '228', 'true');
INSERT INTO schema_history_io_obox_queue (installed_rank, version, description, type, script, checksum, installed_by, installed_on, execution_time, success) VALUES ('2', '1.1', 'what was asked', 'SQL', 'V1_1__what_was_asked.sql', '484051076', 'obox', '2026-11-26 09:56:29.413568', '156', 'true');
INSERT INTO schema_history_io_obox_vm (installed_rank, version, description, type, script, checksum, installed_by, installed_on, execution_time, success) VALUES ('1', '1', 'vms', 'SQL', 'V1__vms.sql', '-462531113', 'obox', '2026-11-26 09:56:28.89372', '194', 'true');
INSERT INTO account (id, email, name, role, state, locale, password_hash, must_change_password, created_at, last_login_at, version) VALUES ('01a21749-01f9-745a-bc03-e52119599ba2', 'admin@example.org', 'Administrator', 'ADMIN', 'ACTIVE', 'en', '$argon2id$v=19$m=19456,t=2,p=1$SOj/qkMsVImuCCpf0RF6Fg$YXMeEJ0XhfmqBf4fZ0SjC+a+UBkWcTbxrFJfTc0uf9I', 'false', '2026-11-26 09:56:30.329619+00', '2026-11-26 09:59:19.558531+00', '4');
INSERT INTO signing_key (id, secret, created_at) VALUES ('0a3cacd0-519a-43ea-ad26-309c712fea7f', E'\\x0d4bae9e8fbdfd5cb9e3c3f5d1ba5300a3a2f2d76bb2e50ed7acd2a9d346ef5d', '2026-11-26 09:56:32.524794+00');
INSERT INTO image (id, name, os, os_version, arch, format, virtual_size_bytes, size_bytes, sha256, default_user, state, source, file_modified_at, created_at) VALUES ('01a21749-089c-70db-aebe-710055ba5279', 'tiny', 'tiny', '1', 'x86_64', 'RAW', '4096', '4096', 'ad7facb2586fc6e966c004d7d1d16b024f5805ff7cb47c7a85dabd8b48892ca7', 'root', 'READY', 'simulated', '1970-01-01 00:00:00+00', '2026-11-26 09:56:32.028333+00');
INSERT INTO host (id, name, backend, uri, state, cpus, memory_mib, storage_gib, accelerated, abilities, used_vcpus, used_memory_mib, used_disk_gib, vms, seen_at, version) VALUES ('01a21748-fbe0-7180-a18a-c82004dd831f', 'simulated', 'simulated', 'simulated://simulated', 'UP', '4096', '16777216', '1048576', 'false', '', '4', '1024', '6', '2', '2026-11-26 10:01:27.127209+00', '5');
INSERT INTO job (id, kind, subject_type, subject_id, subject_name, owner_id, args, priority, rank, state, attempt, max_attempts, fence, exclusive_key, idempotency_key, percent, step, log_lines, problem, cancel_requested, created_at, due_at, started_at, finished_at, lease_until, worker, node, ending_due, action, caller_id, asked) VALUES ('01a2174b-a79d-71e3-aa6b-9f6cb6649f92', 'vm.power', 'vm', '01a21749-352f-77c1-a89b-296aa72506c8', 'stopped', '01a21749-01f9-745a-bc03-e52119599ba2', '{"vmId": "01a21749-352f-77c1-a89b-296aa72506c8", "action": "STOP"}', 'NORMAL', '1795686563807', 'COMPLETED', '1', '3', '1', 'vm:01a21749-352f-77c1-a89b-296aa72506c8', NULL, '100', 'Power changed', '3', NULL, 'false', '2026-11-26 09:59:23.807023+00', '2026-11-26 09:59:23.807023+00', '2026-11-26 09:59:23.84185+00', '2026-11-26 09:59:24.485378+00', NULL, NULL, 'vm-8195', NULL, 'stop', NULL, NULL);
INSERT INTO job (id, kind, subject_type, subject_id, subject_name, owner_id, args, priority, rank, state, attempt, max_attempts, fence, exclusive_key, idempotency_key, percent, step, log_lines, problem, cancel_requested, created_at, due_at, started_at, finished_at, lease_until, worker, node, ending_due, action, caller_id, asked) VALUES ('01a21749-340e-754d-a004-97a15f3ffc93', 'vm.create', 'vm', '01a21749-3409-7127-b7d2-9eecec8e84f7', 'runs', '01a21749-01f9-745a-bc03-e52119599ba2', '{"vmId": "01a21749-3409-7127-b7d2-9eecec8e84f7"}', 'NORMAL', '1795686403152', 'COMPLETED', '1', '3', '1', 'vm:01a21749-3409-7127-b7d2-9eecec8e84f7', NULL, '100', 'Guest has an address', '4', NULL, 'false', '2026-11-26 09:56:43.151714+00', '2026-11-26 09:56:43.151714+00', '2026-11-26 09:56:43.230911+00', '2026-11-26 09:56:46.559922+00', NULL, NULL, 'vm-8195', NULL, NULL, NULL, NULL);
INSERT INTO job (id, kind, subject_type, subject_id, subject_name, owner_id, args, priority, rank, state, attempt, max_attempts, fence, exclusive_key, idempotency_key, percent, step, log_lines, problem, cancel_requested, created_at, due_at, started_at, finished_at, lease_until, worker, node, ending_due, action, caller_id, asked) VALUES ('01a21749-3587-7760-9bca-b500311a4270', 'vm.create', 'vm', '01a21749-3585-72a0-90f1-df3d3ebed3a9', 'deleted', '01a21749-01f9-745a-bc03-e52119599ba2', '{"vmId": "01a21749-3585-72a0-90f1-df3d3ebed3a9"}', 'NORMAL', '1795686403529', 'COMPLETED', '1', '3', '1', 'vm:01a21749-3585-72a0-90f1-df3d3ebed3a9', NULL, '100', 'Guest has an address', '4', NULL, 'false', '2026-11-26 09:56:43.52896+00', '2026-11-26 09:56:43.52896+00', '2026-11-26 09:56:43.543894+00', '2026-11-26 09:56:46.684829+00', NULL, NULL, 'vm-8195', NULL, NULL, NULL, NULL);
INSERT INTO job (id, kind, subject_type, subject_id, subject_name, owner_id, args, priority, rank, state, attempt, max_attempts, fence, exclusive_key, idempotency_key, percent, step, log_lines, problem, cancel_requested, created_at, due_at, started_at, finished_at, lease_until, worker, node, ending_due, action, caller_id, asked) VALUES ('01a21749-3530-74aa-9f25-a6a0aaaa0d3c', 'vm.create', 'vm', '01a21749-352f-77c1-a89b-296aa72506c8', 'stopped', '01a21749-01f9-745a-bc03-e52119599ba2', '{"vmId": "01a21749-352f-77c1-a89b-296aa72506c8"}', 'NORMAL', '1795686403442', 'COMPLETED', '1', '3', '1', 'vm:01a21749-352f-77c1-a89b-296aa72506c8', NULL, '100', 'Guest has an address', '4', NULL, 'false', '2026-11-26 09:56:43.441638+00', '2026-11-26 09:56:43.441638+00', '2026-11-26 09:56:43.497525+00', '2026-11-26 09:56:46.732609+00', NULL, NULL, 'vm-8195', NULL, NULL, NULL, NULL);
INSERT INTO job (id, kind, subject_type, subject_id, subject_name, owner_id, args, priority, rank, state, attempt, max_attempts, fence, exclusive_key, idempotency_key, percent, step, log_lines, problem, cancel_requested, created_at, due_at, started_at, finished_at, lease_until, worker, node, ending_due, action, caller_id, asked) VALUES ('01a21749-4210-7258-bfae-3721e62af81e', 'vm.delete', 'vm', '01a21749-3585-72a0-90f1-df3d3ebed3a9', 'deleted', '01a21749-01f9-745a-bc03-e52119599ba2', '{"vmId": "01a21749-3585-72a0-90f1-df3d3ebed3a9"}', 'NORMAL', '1795686406739', 'COMPLETED', '1', '12', '1', 'vm:01a21749-3585-72a0-90f1-df3d3ebed3a9', NULL, '100', 'Taking the guest away', '1', NULL, 'false', '2026-11-26 09:56:46.738919+00', '2026-11-26 09:56:46.738919+00', '2026-11-26 09:56:46.81991+00', '2026-11-26 09:56:47.378229+00', NULL, NULL, 'vm-8195', NULL, NULL, NULL, NULL);
INSERT INTO job_log (job_id, seq, at, attempt, text) VALUES ('01a21749-340e-754d-a004-97a15f3ffc93', '1', '2026-11-26 09:56:43.464442+00', '1', 'Looking for the guest.');
INSERT INTO job_log (job_id, seq, at, attempt, text) VALUES ('01a21749-340e-754d-a004-97a15f3ffc93', '2', '2026-11-26 09:56:43.479137+00', '1', 'Making the disk.');
INSERT INTO job_log (job_id, seq, at, attempt, text) VALUES ('01a21749-3530-74aa-9f25-a6a0aaaa0d3c', '1', '2026-11-26 09:56:43.556249+00', '1', 'Looking for the guest.');
INSERT INTO job_log (job_id, seq, at, attempt, text) VALUES ('01a21749-3530-74aa-9f25-a6a0aaaa0d3c', '2', '2026-11-26 09:56:43.564365+00', '1', 'Making the disk.');
INSERT INTO job_log (job_id, seq, at, attempt, text) VALUES ('01a21749-3587-7760-9bca-b500311a4270', '1', '2026-11-26 09:56:43.591137+00', '1', 'Looking for the guest.');
INSERT INTO job_log (job_id, seq, at, attempt, text) VALUES ('01a21749-3587-7760-9bca-b500311a4270', '2', '2026-11-26 09:56:43.597555+00', '1', 'Making the disk.');
INSERT INTO job_log (job_id, seq, at, attempt, text) VALUES ('01a21749-340e-754d-a004-97a15f3ffc93', '3', '2026-11-26 09:56:44.583418+00', '1', 'Booting the guest.');
INSERT INTO job_log (job_id, seq, at, attempt, text) VALUES ('01a21749-3530-74aa-9f25-a6a0aaaa0d3c', '3', '2026-11-26 09:56:44.7626+00', '1', 'Booting the guest.');
INSERT INTO job_log (job_id, seq, at, attempt, text) VALUES ('01a21749-3587-7760-9bca-b500311a4270', '3', '2026-11-26 09:56:44.731795+00', '1', 'Booting the guest.');
INSERT INTO job_log (job_id, seq, at, attempt, text) VALUES ('01a21749-340e-754d-a004-97a15f3ffc93', '4', '2026-11-26 09:56:46.543252+00', '1', 'Guest has an address.');
INSERT INTO job_log (job_id, seq, at, attempt, text) VALUES ('01a21749-3587-7760-9bca-b500311a4270', '4', '2026-11-26 09:56:46.6617+00', '1', 'Guest has an address.');
INSERT INTO job_log (job_id, seq, at, attempt, text) VALUES ('01a21749-3530-74aa-9f25-a6a0aaaa0d3c', '4', '2026-11-26 09:56:46.70081+00', '1', 'Guest has an address.');
INSERT INTO job_log (job_id, seq, at, attempt, text) VALUES ('01a21749-4210-7258-bfae-3721e62af81e', '1', '2026-11-26 09:56:46.879786+00', '1', 'Taking the guest away.');
INSERT INTO job_log (job_id, seq, at, attempt, text) VALUES ('01a2174b-a79d-71e3-aa6b-9f6cb6649f92', '1', '2026-11-26 09:59:23.848075+00', '1', 'The action is stop.');
INSERT INTO job_log (job_id, seq, at, attempt, text) VALUES ('01a2174b-a79d-71e3-aa6b-9f6cb6649f92', '2', '2026-11-26 09:59:23.868799+00', '1', 'Changing the power.');
INSERT INTO job_log (job_id, seq, at, attempt, text) VALUES ('01a2174b-a79d-71e3-aa6b-9f6cb6649f92', '3', '2026-11-26 09:59:24.467148+00', '1', 'Power changed.');
INSERT INTO vm (id, owner_id, name, image_id, host_id, vcpus, memory_mib, disk_gib, network, ssh_keys, user_data, tags, autostart, desired_power, state, addresses, problem, created_at, started_at, version) VALUES ('01a21749-3409-7127-b7d2-9eecec8e84f7', '01a21749-01f9-745a-bc03-e52119599ba2', 'runs', '01a21749-089c-70db-aebe-710055ba5279', '01a21748-fbe0-7180-a18a-c82004dd831f', '2', '512', '3', 'default', '', NULL, 'prod', 'false', 'RUNNING', 'RUNNING', '192.0.2.1', NULL, '2026-11-26 09:56:43.145631+00', '2026-11-26 09:56:44.584+00', '4');
INSERT INTO vm (id, owner_id, name, image_id, host_id, vcpus, memory_mib, disk_gib, network, ssh_keys, user_data, tags, autostart, desired_power, state, addresses, problem, created_at, started_at, version) VALUES ('01a21749-352f-77c1-a89b-296aa72506c8', '01a21749-01f9-745a-bc03-e52119599ba2', 'stopped', '01a21749-089c-70db-aebe-710055ba5279', '01a21748-fbe0-7180-a18a-c82004dd831f', '2', '512', '3', 'default', '', NULL, 'prod', 'false', 'STOPPED', 'STOPPED', '', NULL, '2026-11-26 09:56:43.439785+00', NULL, '7');

-- left just now: jobs that ended long ago are not kept
UPDATE job SET created_at = now(), due_at = now(), started_at = now(), finished_at = now();
