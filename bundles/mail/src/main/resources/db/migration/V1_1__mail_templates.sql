-- Words that administrators chose in place of those of a template, in a language. Stays without words when they are taken away.
create table mail_words (
    template   text        not null,
    language   text        not null,
    version    bigint      not null default 0,
    subject    text,
    body       text,
    html       text,
    changed_at timestamptz not null default now(),
    changed_by text        not null default '',
    primary key (template, language),
    check ((subject is null) = (body is null))
);
