package io.obox.auth.internal.link;

import io.obox.auth.internal.message.AccountMessage;
import io.obox.auth.internal.message.AuthMessage;
import io.obox.auth.internal.message.AuthProblem;
import io.obox.message.Message;
import io.obox.persistence.Transactions;
import io.obox.persistence.sql.Columns;
import io.obox.persistence.sql.RowReader;
import io.obox.persistence.sql.Sql;
import io.obox.problem.ProblemException;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Links in mails, each of which opens something once, for as long as its purpose has it, and until a newer one is made for the same.
 */
@Component(service = Links.class)
public final class Links {
    private static final Sql ISSUE = new Sql("""
            insert into account_link (token_hash, account_id, purpose, expires_at) values (?, ?, ?, ?)
            on conflict (account_id, purpose)
            do update set token_hash = excluded.token_hash, expires_at = excluded.expires_at""");
    private static final Sql LOOK = new Sql("""
            select account_id, purpose from account_link
            where token_hash = ? and purpose = any (?) and expires_at > ?""");
    // whoever comes second with the same token waits for the first, and finds nothing
    private static final Sql OPEN = new Sql("""
            delete from account_link where token_hash = ? and purpose = any (?) and expires_at > ?
            returning account_id, purpose""");
    private static final Sql REVOKE = new Sql("delete from account_link where account_id = ?");

    private static final RowReader<OpenedLink> OPENED =
            row -> new OpenedLink(Columns.id(row, "account_id"), LinkPurpose.valueOf(row.getString("purpose")));

    private final Transactions transactions;
    private final InstantSource clock;
    private final SecureRandom random = new SecureRandom();

    /** On the bundle's own tables. */
    @Activate
    public Links(@Reference Transactions transactions) {
        this(transactions, InstantSource.system());
    }

    /** With a clock of one's own. */
    public Links(Transactions transactions, InstantSource clock) {
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Makes a link, in place of an older one for the same. Its token is behind the {@code #}, which browsers send to nobody. */
    public IssuedLink issue(UUID accountId, LinkPurpose purpose) {
        LinkToken token = LinkToken.random(random);
        Instant until = clock.instant().plus(purpose.lifetime());
        transactions.sql(connection -> ISSUE.update(connection, token.hash(), accountId, purpose, until));
        return new IssuedLink(URI.create(purpose.page() + "#token=" + token.text()), until);
    }

    /**
     * What the link would open, which it still does afterwards.
     *
     * @throws ProblemException {@code link-invalid}
     */
    public OpenedLink look(String token, LinkPurpose... purposes) {
        return find(LOOK, token, purposes);
    }

    /**
     * Opens the link, which nobody can do again once the transaction is committed.
     *
     * @throws ProblemException {@code link-invalid}
     */
    public OpenedLink open(String token, LinkPurpose... purposes) {
        return find(OPEN, token, purposes);
    }

    /** Has no link of the account open anything any more. */
    public void revoke(UUID accountId) {
        transactions.sql(connection -> REVOKE.update(connection, accountId));
    }

    private OpenedLink find(Sql statement, String text, LinkPurpose... purposes) {
        byte @Nullable [] hash = LinkToken.parse(text).map(LinkToken::hash).orElse(null);
        String[] names = Stream.of(purposes).map(Enum::name).toArray(String[]::new);
        return transactions
                .sql(connection -> statement.first(connection, OPENED, hash, names, clock.instant()))
                .orElseThrow(() -> invalid(purposes));
    }

    /** The refusal of a link that opens none of these. */
    public static ProblemException invalid(LinkPurpose... purposes) {
        return new ProblemException(
                AuthProblem.LINK_INVALID.of(AuthMessage.LINK_INVALID.with()).withRemedy(remedy(purposes[0])));
    }

    private static Message remedy(LinkPurpose purpose) {
        return switch (purpose) {
            case RESET -> AuthMessage.ASK_FOR_RESET.with();
            case INVITATION -> AccountMessage.ASK_FOR_INVITATION.with();
            default -> AuthMessage.ASK_FOR_LINK.with();
        };
    }
}
