-- Which hosts have an image in their storage pools. It is the hosts' own word; the folders of nodes are another fact.
create table image_pool_copy (
    host_id  uuid not null,
    image_id uuid not null references image (id) on delete cascade,
    primary key (host_id, image_id)
);

create index image_pool_copy_image on image_pool_copy (image_id);
