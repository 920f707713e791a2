-- A VM may be protected from deletion.
alter table vm add column protected boolean not null default false;
