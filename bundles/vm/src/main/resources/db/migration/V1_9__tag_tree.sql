-- The tags of a VM and all those above them: prod/web is beneath prod. Kept by PostgreSQL, so that it is right whoever writes the tags.
create function vm_tag_tree(tags text) returns text[] language sql immutable parallel safe as $$
    select array(
        select distinct array_to_string(part[1:depth], '/')
        from (select string_to_array(tag, '/') as part from unnest(string_to_array(tags, chr(10))) as tag) as parts,
            generate_series(1, cardinality(part)) as depth)
$$;

alter table vm add column tag_tree text[] generated always as (vm_tag_tree(tags)) stored;

create index vm_by_tag_tree on vm using gin (tag_tree);
