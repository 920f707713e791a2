-- Which version of the settings under a PID this is, and whose. Stays when nothing is set any more, so that versions go on.
create table setting_group (
    pid        text        primary key,
    version    bigint      not null,
    changed_at timestamptz not null default now(),
    changed_by text        not null
);

-- What is set, on top of what each node says.
create table setting (
    pid    text not null references setting_group,
    name   text not null,
    value  text,
    sealed bytea,                          -- in place of the value: a secret, encrypted
    primary key (pid, name),
    check ((value is null) <> (sealed is null))
);
