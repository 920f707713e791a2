-- The public keys that people keep for their VMs.
create table ssh_key (
    id          uuid        primary key,
    account_id  uuid        not null references account (id) on delete cascade,
    name        text        not null,
    public_key  text        not null,
    fingerprint text        not null,
    created_at  timestamptz not null,
    constraint ssh_key_once unique (account_id, fingerprint)
);
