-- Lists as people want to see them again. Columns are separated by line breaks.
create table saved_view (
    id         uuid        primary key,
    owner_id   uuid        not null references account (id) on delete cascade,
    page       text        not null,
    name       text        not null,
    q          text        not null,
    sort       text,
    columns    text        not null,
    shared     boolean     not null,
    created_at timestamptz not null,
    version    bigint      not null,
    constraint saved_view_name unique (owner_id, page, name)
);

create index saved_view_shared on saved_view (id) where shared;
