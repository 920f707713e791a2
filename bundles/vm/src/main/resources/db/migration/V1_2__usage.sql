-- What the VMs of each owner add up to, so that quotas hold under requests at the same moment.
create table vm_usage (
    owner_id   uuid   primary key,
    vms        bigint not null,
    vcpus      bigint not null,
    memory_mib bigint not null,
    disk_gib   bigint not null
);

insert into vm_usage (owner_id, vms, vcpus, memory_mib, disk_gib)
select owner_id, count(*), sum(vcpus), sum(memory_mib), sum(disk_gib) from vm group by owner_id;
