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
