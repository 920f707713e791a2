-- Where the files of images are. What one holder (a folder of a node) lacks says nothing about the others.
create table image_copy (
    holder      text        not null,
    path        text        not null,
    image_id    uuid        not null,
    size_bytes  bigint      not null,
    modified_at timestamptz not null,
    primary key (holder, path)
);

create index image_copy_image on image_copy (image_id);
