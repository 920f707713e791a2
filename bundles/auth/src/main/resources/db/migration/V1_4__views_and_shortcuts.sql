-- A view narrows its list to a state and has rows as high as its owner wants them; both are left open by older ones.
alter table saved_view
    add column state text,
    add column density text check (density in ('COMFORTABLE', 'COMPACT'));

-- Whether single letters are shortcuts; null where nobody has chosen.
alter table account
    add column shortcuts boolean;
