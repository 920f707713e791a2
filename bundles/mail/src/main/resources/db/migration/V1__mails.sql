-- Mails on their way. What one says is kept only until a mail server has taken it: there may be credentials in it.
-- A sending is one job's: what another one finds out later does not count.
create table mail (
    id         uuid primary key,
    sending    uuid        not null,
    job_id     uuid        not null,
    template   text        not null,
    email      text        not null,
    name       text        not null,
    language   text        not null,
    subject    text        not null,
    content    text,
    state      text        not null check (state in ('OUTBOX', 'QUEUED', 'SENT', 'DEAD')),
    problem    text,
    created_at timestamptz not null,
    sent_at    timestamptz,
    version    bigint      not null default 0,
    check ((state = 'SENT') = (sent_at is not null)),
    check ((state = 'SENT') = (content is null))
);

create index mail_state on mail (state, created_at);
