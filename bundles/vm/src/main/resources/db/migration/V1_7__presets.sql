-- Sizes that people can choose from. Administrators edit them: these are only the first ones.
create table vm_preset (
    name       text    primary key,
    vcpus      integer not null,
    memory_mib integer not null,
    disk_gib   integer not null
);

insert into vm_preset (name, vcpus, memory_mib, disk_gib) values
    ('small', 1, 1024, 10),
    ('medium', 2, 4096, 40),
    ('large', 4, 8192, 80),
    ('xlarge', 8, 16384, 160);
