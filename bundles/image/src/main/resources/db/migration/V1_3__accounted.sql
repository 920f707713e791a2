-- Since when copies of an image are kept account of: for those of OBox 0.1.0 since this migration, for others from the beginning.
alter table image add column accounted_since timestamptz not null default now();
