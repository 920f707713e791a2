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
