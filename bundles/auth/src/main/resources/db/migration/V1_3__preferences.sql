-- How people want the page to be. An account has a locale in any case; here stands whether its user chose it.
-- The columns of each list are a line: the list, then its columns, separated by spaces.
alter table account
    add column locale_chosen boolean not null default false,
    add column theme text check (theme in ('SYSTEM', 'LIGHT', 'DARK')),
    add column density text check (density in ('COMFORTABLE', 'COMPACT')),
    add column list_columns text not null default '';
