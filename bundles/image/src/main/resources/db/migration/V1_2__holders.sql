-- When each holder of image files was last there. What those keep on the books that never come back is deleted in the end.
create table image_holder (
    holder  text        primary key,
    seen_at timestamptz not null default now()
);

insert into image_holder (holder) select distinct holder from image_copy;
