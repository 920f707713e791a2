-- The secret that an account shares with its user's authenticator. It is good from the moment that a first code has confirmed it.
create table totp (
    account_id   uuid        primary key references account (id) on delete cascade,
    secret       bytea       not null,
    created_at   timestamptz not null,
    confirmed_at timestamptz,
    last_step    bigint      not null
);

-- Each lets somebody in once who has lost the authenticator: what was used is gone.
create table recovery_code (
    account_id uuid  not null references account (id) on delete cascade,
    code_hash  bytea not null,
    primary key (account_id, code_hash)
);

-- Logins whose password was right, and that wait for the second factor. With another password they are void.
create table login_challenge (
    token_hash    bytea       primary key,
    account_id    uuid        not null references account (id) on delete cascade,
    password_hash bytea       not null,
    origin        text        not null,
    attempts      int         not null default 0,
    expires_at    timestamptz not null
);

create index login_challenge_account on login_challenge (account_id);
create index login_challenge_expiry on login_challenge (expires_at);
