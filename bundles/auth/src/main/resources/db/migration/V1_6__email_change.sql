-- An address that an account is to have once both it and the present one are confirmed.
create table email_change (
    account_id    uuid        primary key references account (id) on delete cascade,
    email         text        not null check (email = lower(email)),
    old_confirmed boolean     not null,
    new_confirmed boolean     not null,
    expires_at    timestamptz not null
);
