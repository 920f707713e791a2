-- Owners whose accounts are gone: nothing is made for them any more.
alter table vm_usage add column closed boolean not null default false;
