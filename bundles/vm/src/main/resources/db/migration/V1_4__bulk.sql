-- To which VMs a job of the kind vm.bulk is still to have something done: rows go with the transactions that see to them.
create table vm_bulk_target (
    bulk_id uuid not null,
    vm_id   uuid not null,
    primary key (bulk_id, vm_id)
);
