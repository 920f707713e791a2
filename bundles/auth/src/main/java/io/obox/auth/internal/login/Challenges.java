package io.obox.auth.internal.login;

import io.obox.auth.internal.session.Client;
import io.obox.auth.internal.token.Sha256;
import io.obox.persistence.Transactions;
import io.obox.persistence.sql.Columns;
import io.obox.persistence.sql.RowReader;
import io.obox.persistence.sql.Sql;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Logins that wait for the second factor: for five minutes and five attempts, from the place where they began, and only as long as the
 * password is the one that was shown. Of what they are called only the hash is stored.
 */
@Component(service = Challenges.class)
public final class Challenges {
    static final int ATTEMPTS = 5;
    static final Duration LIFETIME = Duration.ofMinutes(5);

    private static final int BYTES = 32;

    private static final Sql ISSUE = new Sql("""
            insert into login_challenge (token_hash, account_id, password_hash, origin, expires_at)
            select ?, id, sha256(convert_to(password_hash, 'UTF8')), ?, ? from account where id = ?""");
    private static final Sql ATTEMPT = new Sql("""
            update login_challenge set attempts = attempts + 1
            where token_hash = ? and origin = ? and expires_at > ? and attempts < ?
            returning account_id""");
    private static final Sql END = new Sql("""
            delete from login_challenge c using account a
            where c.token_hash = ? and a.id = c.account_id and a.state <> 'DISABLED'
                and c.password_hash = sha256(convert_to(a.password_hash, 'UTF8'))
            returning c.account_id""");

    private static final RowReader<UUID> ACCOUNT = row -> Columns.id(row, "account_id");

    private final Transactions transactions;
    private final InstantSource clock;
    private final SecureRandom random = new SecureRandom();

    /** On the bundle's own tables. */
    @Activate
    public Challenges(@Reference Transactions transactions) {
        this(transactions, InstantSource.system());
    }

    /** With a clock of one's own. */
    public Challenges(Transactions transactions, InstantSource clock) {
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Begins to wait. */
    String issue(UUID accountId, Client client) {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        String text = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        Instant until = clock.instant().plus(LIFETIME);
        transactions.sql(connection -> ISSUE.update(connection, hash(text), client.origin(), until, accountId));
        return text;
    }

    /** Counts an attempt, whatever comes of it; the account that waits, if it still does. */
    Optional<UUID> attempt(String challenge, Client client) {
        return transactions.sql(connection ->
                ATTEMPT.first(connection, ACCOUNT, hash(challenge), client.origin(), clock.instant(), ATTEMPTS));
    }

    /** Ends it, in the thread's transaction; false if it has ended, or is void. */
    boolean end(String challenge) {
        return transactions
                .sql(connection -> END.first(connection, ACCOUNT, hash(challenge)))
                .isPresent();
    }

    private static byte[] hash(String challenge) {
        return Sha256.of(challenge.getBytes(StandardCharsets.UTF_8));
    }
}
