-- What programs show instead of a login. Of the token itself only the hash is kept; it is 256 random bits.
create table api_token (
    id           uuid        primary key,
    account_id   uuid        not null references account (id) on delete cascade,
    name         text        not null,
    token_hash   bytea       not null unique,
    scopes       text[]      not null,
    created_at   timestamptz not null,
    expires_at   timestamptz,
    last_used_at timestamptz
);

create index api_token_account on api_token (account_id);
create index api_token_expiry on api_token (expires_at);
