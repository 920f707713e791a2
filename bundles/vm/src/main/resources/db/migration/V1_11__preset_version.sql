-- Two administrators who replace a preset at the same time can tell. A version that doesn't know the column leaves the number as it is.
alter table vm_preset add column version bigint not null default 1;
