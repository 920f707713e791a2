-- When a VM in the bin goes for good: what people were told when they deleted it holds, whatever is set later. A version that does not
-- know the column leaves it to the trigger.
alter table vm add column expires_at timestamptz;

update vm set expires_at = deleted_at + interval '7 days' where deleted_at is not null;

create function vm_bin_end() returns trigger language plpgsql as $$
begin
    new.expires_at := new.deleted_at + interval '7 days';
    return new;
end
$$;

create trigger vm_bin_end before update of deleted_at on vm
    for each row when (new.deleted_at is null or new.expires_at is null) execute function vm_bin_end();

create index vm_leaving_bin on vm (expires_at) where deleted_at is not null and not purging;
