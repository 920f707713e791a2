-- For searches and orders of lists. Extensions are not taken for granted: these are indexes that every PostgreSQL has.
create index if not exists vm_by_name on vm (name, id);
create index if not exists vm_by_state on vm (state, id);
create index if not exists vm_by_tag on vm using gin (string_to_array(tags, chr(10)));
create index if not exists vm_by_address on vm using gin (string_to_array(addresses, chr(10)));
