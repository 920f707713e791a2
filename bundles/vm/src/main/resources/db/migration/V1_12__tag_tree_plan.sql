-- The same tags as before. PostgreSQL plans a function in SQL for each row that is written, and one in PL/pgSQL once for each connection.
create or replace function vm_tag_tree(tags text) returns text[] language plpgsql immutable parallel safe as $$
begin
    if tags = '' then
        return '{}';
    end if;
    return array(
        select distinct array_to_string(part[1:depth], '/')
        from (select string_to_array(tag, '/') as part from unnest(string_to_array(tags, chr(10))) as tag) as parts,
            generate_series(1, cardinality(part)) as depth);
end
$$;
