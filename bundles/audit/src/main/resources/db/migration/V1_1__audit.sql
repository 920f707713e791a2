-- What people did and tried. A record gets its number and hash a moment after its transaction, by whoever has the row of the chain.
create table audit_record (
    id          uuid        primary key,
    number      bigint      unique,
    at          timestamptz not null default clock_timestamp(),
    user_id     uuid,
    who         text        not null,
    credential  text,
    session_id  uuid,
    action      text        not null,
    object_type text        not null,
    object_id   text,
    object_name text        not null,
    address     text,
    problem     text,                     -- null for what was done
    changes     text[]      not null,     -- attribute, before and after of each
    hash        bytea,
    check ((number is null) = (hash is null))
);

create index audit_waiting on audit_record (id) where number is null;
create index audit_by_user on audit_record (user_id, id);
create index audit_by_object on audit_record (object_id, id);

-- The end of the chain, and what came before its first record that is still kept. One row.
create table audit_chain (
    is_only      boolean primary key default true check (is_only),
    number       bigint not null,
    hash         bytea  not null,
    first        bigint not null,
    before_first bytea  not null
);

insert into audit_chain (number, hash, first, before_first) values (0, '', 1, '');
