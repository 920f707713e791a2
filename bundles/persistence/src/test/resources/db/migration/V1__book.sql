create table book (
    id uuid primary key,
    title text not null unique,
    pages int not null,
    added timestamptz not null,
    tags jsonb not null default '{}',
    version bigint not null
);
