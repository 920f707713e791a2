package io.obox.mail.internal.outbox;

import io.obox.mail.MailState;
import io.obox.mail.internal.words.Content;
import io.obox.mail.internal.words.Draft;
import io.obox.persistence.sql.Columns;
import io.obox.persistence.sql.RowReader;
import io.obox.persistence.sql.Sql;
import io.obox.problem.Problem;
import java.sql.ResultSet;
import java.sql.SQLException;

/** The statements about mails. Those that change one return its version then. */
final class MailSql {
    static final Sql ADD = new Sql("""
        insert into mail (id, sending, job_id, template, email, name, language, subject, content, state, created_at)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, 'QUEUED', ?)
        returning version\
        """);

    static final Sql FIND = new Sql("""
        select id, sending, job_id, template, email, name, language, subject, content, state, problem, created_at,
            sent_at, version
        from mail where id = ?\
        """);

    static final Sql PAGE = new Sql("""
        select id, sending, job_id, template, email, name, language, subject, null as content, state, problem,
            created_at, sent_at, version
        from mail
        where (cast(? as text) is null or state = ?)
            and (cast(? as text) is null or position(lower(?) in lower(email)) > 0)
            and (cast(? as uuid) is null or id < ?)
        order by id desc
        limit ?\
        """);

    static final Sql QUEUE_AGAIN = new Sql("""
        update mail set state = 'QUEUED', sending = ?, job_id = ?, problem = null, version = version + 1
        where id = ? and state in ('OUTBOX', 'DEAD')
        returning version\
        """);

    static final Sql REVIVE = new Sql("""
        update mail set state = 'QUEUED', version = version + 1
        where id = ? and sending = ? and state = 'DEAD'
        returning version\
        """);

    static final Sql PUT_ASIDE = new Sql("""
        update mail set state = 'OUTBOX', problem = null, version = version + 1
        where id = ? and sending = ? and state = 'QUEUED'
        returning version\
        """);

    static final Sql SENT = new Sql("""
        update mail set state = 'SENT', sent_at = now(), content = null, problem = null, version = version + 1
        where id = ? and state <> 'SENT'
        returning version\
        """);

    static final Sql FAILED = new Sql("""
        update mail set problem = ?, version = version + 1
        where id = ? and sending = ? and state = 'QUEUED'
        returning version\
        """);

    static final Sql DEAD = new Sql("""
        update mail set state = 'DEAD', problem = ?, version = version + 1
        where id = ? and sending = ? and state = 'QUEUED'
        returning version\
        """);

    static final Sql DELETE_AGED = new Sql("""
        delete from mail where id in (
            select id from mail
            where state <> 'QUEUED' and (state = 'SENT') = ? and created_at < now() - make_interval(days => ?)
            order by id
            limit ?
            for update skip locked)\
        """);

    private MailSql() {}

    static RowReader<MailRow> reader(MailJson json) {
        return row -> new MailRow(
                Columns.id(row, "id"),
                Columns.id(row, "sending"),
                Columns.id(row, "job_id"),
                draft(row, json),
                MailState.valueOf(row.getString("state")),
                json.read(row.getString("problem"), Problem.class),
                Columns.instant(row, "created_at"),
                Columns.instantOrNull(row, "sent_at"),
                row.getLong("version"));
    }

    private static Draft draft(ResultSet row, MailJson json) throws SQLException {
        return new Draft(
                row.getString("template"),
                row.getString("email"),
                row.getString("name"),
                row.getString("language"),
                row.getString("subject"),
                json.read(row.getString("content"), Content.class));
    }
}
