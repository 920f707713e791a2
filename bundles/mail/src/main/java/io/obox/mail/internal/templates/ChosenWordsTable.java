package io.obox.mail.internal.templates;

import io.obox.mail.MailWords;
import io.obox.mail.internal.words.ChosenWords;
import io.obox.persistence.Transactions;
import io.obox.persistence.sql.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The table {@code mail_words}. It is read for each mail that is queued, so that all nodes have the same words at once. */
@Component(service = {ChosenWords.class, ChosenWordsTable.class})
public final class ChosenWordsTable implements ChosenWords {
    private static final Sql FIND = new Sql(
            "select language, version, subject, body, html from mail_words where template = ? and language = ?");
    private static final Sql ALL =
            new Sql("select language, version, subject, body, html from mail_words where template = ?");
    private static final Sql BEGIN =
            new Sql("insert into mail_words (template, language) values (?, ?) on conflict do nothing");
    private static final Sql LOCK = new Sql("select 1 from mail_words where template = ? order by language for update");
    private static final Sql WRITE = new Sql("""
            update mail_words set version = version + 1, subject = ?, body = ?, html = ?, changed_at = now(), changed_by = ?
            where template = ? and language = ?""");

    private final Transactions transactions;

    /** On the bundle's own table. */
    @Activate
    public ChosenWordsTable(@Reference Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public Optional<MailWords> of(String template, String language) {
        return transactions
                .sql(connection -> FIND.first(connection, Chosen::read, template, language))
                .flatMap(chosen -> Optional.ofNullable(chosen.words()));
    }

    /** What was chosen for a template, by languages. */
    Map<String, Chosen> all(String template) {
        return transactions.sql(connection -> ALL.query(connection, Chosen::read, template)).stream()
                .collect(Collectors.toMap(Chosen::language, Function.identity()));
    }

    /** The same, for nobody else to change until the end of the transaction. */
    Map<String, Chosen> lock(String template, String language) {
        transactions.sql(connection -> {
            BEGIN.update(connection, template, language);
            return LOCK.query(connection, row -> row.getInt(1), template);
        });
        return all(template);
    }

    void write(String template, String language, @Nullable MailWords words, String who) {
        transactions.sql(connection -> WRITE.update(
                connection,
                words == null ? null : words.subject(),
                words == null ? null : words.text(),
                words == null ? null : words.html(),
                who,
                template,
                language));
    }

    /**
     * A row.
     *
     * @param words null where those of the template are taken again
     */
    record Chosen(String language, long version, @Nullable MailWords words) {
        static Chosen read(ResultSet row) throws SQLException {
            String subject = row.getString("subject");
            return new Chosen(
                    row.getString("language"),
                    row.getLong("version"),
                    subject == null ? null : words(subject, row.getString("body"), row.getString("html")));
        }

        private static MailWords words(String subject, String text, @Nullable String html) {
            MailWords words = MailWords.of(subject, text);
            return html == null ? words : words.withHtml(html);
        }
    }
}
