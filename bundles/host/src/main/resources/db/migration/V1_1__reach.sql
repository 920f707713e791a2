-- A host is what its hypervisor says it is; one that has not been seen since 0.1.0, or never, has no such id yet.
alter table host add column hypervisor uuid;
create unique index host_hypervisor on host (hypervisor, backend);

-- Which nodes reach a host, each life of a node for itself: what it does not renew runs out.
create table host_reach (
    host_id uuid        not null,
    life    uuid        not null,
    node    text        not null,
    until   timestamptz not null,
    primary key (host_id, life)
);

-- Who watches a host at the moment.
create table host_watch (
    host_id uuid primary key,
    life    uuid        not null,
    until   timestamptz not null
);
