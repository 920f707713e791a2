-- A deleted VM stays in the bin for some days: its guest is kept, but off. Its row is DELETING, so that versions from before leave
-- it alone, and has its id for a name, so that its former one may be another's.
alter table vm
    add column deleted_at  timestamptz,
    add column former_name text,
    add column purging     boolean not null default false;

create index vm_in_bin on vm (deleted_at) where deleted_at is not null;
