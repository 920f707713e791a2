-- What one account may have, where it differs from what all may: a null stands for the latter.
alter table account
    add column quota_vms        bigint check (quota_vms >= 0),
    add column quota_vcpus      bigint check (quota_vcpus >= 0),
    add column quota_memory_mib bigint check (quota_memory_mib >= 0),
    add column quota_disk_gib   bigint check (quota_disk_gib >= 0),
    -- since when somebody is invited who has not come yet
    add column invited_at       timestamptz,
    -- turned off before its address was confirmed, which it still must be when it is turned on again
    add column unconfirmed      boolean not null default false;

-- Orders of the list of accounts; that of their addresses has one already.
create index account_by_name on account (lower(name), id);
create index account_by_age on account (created_at, id);
create index account_by_state on account (state, email);
-- There are few, and they are locked whenever one might go.
create index account_administrators on account (id) where role = 'ADMIN';
create index account_invitations on account (invited_at) where invited_at is not null;
