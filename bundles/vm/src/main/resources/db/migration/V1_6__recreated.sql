-- A lost VM that is to be made once more is lost again if it is not: its former guest may be back.
alter table vm add column recreated boolean not null default false;
