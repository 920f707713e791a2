-- OBox 0.1.0 has this table already, made by V1 of this bundle together with those of hosts and images, which belong to
-- bundles of their own now: references to them are ids without foreign keys.
-- A VM that is gone has no row.
set local client_min_messages = warning;

create table if not exists vm (
    id            uuid primary key,
    owner_id      uuid        not null,
    name          text        not null,
    image_id      uuid        not null,
    host_id       uuid,
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

alter table vm drop constraint if exists vm_image_id_fkey, drop constraint if exists vm_host_id_fkey;

create index if not exists vm_owner on vm (owner_id, id desc);
create index if not exists vm_host on vm (host_id);
create index if not exists vm_image on vm (image_id);
