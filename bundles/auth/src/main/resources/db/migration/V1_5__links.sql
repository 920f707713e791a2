-- What opens by a link in a mail, once: each account has one link of a kind, so that a newer one takes the place of the older.
create table account_link (
    token_hash bytea       primary key,
    account_id uuid        not null references account (id) on delete cascade,
    purpose    text        not null,
    expires_at timestamptz not null,
    constraint account_link_newest unique (account_id, purpose)
);

create index account_link_expiry on account_link (expires_at);
