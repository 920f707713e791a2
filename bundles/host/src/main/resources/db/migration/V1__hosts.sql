-- OBox 0.1.0 has this table already: it belonged to the bundle io.obox.vm there.
-- What VMs have been promised of a host stands in its row, so that two creations can't both take the last of it.
set local client_min_messages = warning;

create table if not exists host (
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
