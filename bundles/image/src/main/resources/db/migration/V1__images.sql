-- OBox 0.1.0 has this table already: it belonged to the bundle io.obox.vm there.
set local client_min_messages = warning;

create table if not exists image (
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
