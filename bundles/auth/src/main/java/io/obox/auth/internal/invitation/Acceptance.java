package io.obox.auth.internal.invitation;

import io.obox.audit.AuditEntry;
import io.obox.auth.internal.account.AccountLife;
import io.obox.auth.internal.account.AccountTrace;
import io.obox.auth.internal.administration.ManagedAccount;
import io.obox.auth.internal.administration.ManagedAccounts;
import io.obox.auth.internal.field.FieldErrors;
import io.obox.auth.internal.link.LinkPurpose;
import io.obox.auth.internal.link.Links;
import io.obox.auth.internal.mail.AccountLimits;
import io.obox.auth.internal.password.PasswordHasher;
import io.obox.auth.internal.password.PasswordRules;
import io.obox.auth.internal.password.PasswordRules.Chooser;
import io.obox.auth.internal.session.Client;
import io.obox.auth.internal.session.LiveSessions;
import io.obox.persistence.Transactions;
import io.obox.user.Role;
import io.obox.user.User;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** People who are invited choose a password, and have their account from then on. That shows that its address is theirs. */
@Component(service = Acceptance.class)
public final class Acceptance {
    private final Transactions transactions;
    private final AccountLimits limits;
    private final Links links;
    private final ManagedAccounts table;
    private final AccountLife life;
    private final PasswordRules rules;
    private final PasswordHasher hasher;
    private final LiveSessions live;
    private final AccountTrace trace;

    /** Within the bundle. */
    @Activate
    public Acceptance(
            @Reference Transactions transactions,
            @Reference AccountLimits limits,
            @Reference Links links,
            @Reference ManagedAccounts table,
            @Reference AccountLife life,
            @Reference PasswordRules rules,
            @Reference PasswordHasher hasher,
            @Reference LiveSessions live,
            @Reference AccountTrace trace) {
        this.transactions = transactions;
        this.limits = limits;
        this.links = links;
        this.table = table;
        this.life = life;
        this.rules = rules;
        this.hasher = hasher;
        this.live = live;
        this.trace = trace;
    }

    /**
     * What the link invites to, which it still does afterwards.
     *
     * @throws io.obox.problem.ProblemException {@code link-invalid}, {@code rate-limited}
     */
    public InvitationDocument look(String token, Client client) {
        limits.begin(client);
        ManagedAccount invited = invited(token);
        int least = invited.role() == Role.ADMIN ? PasswordRules.MIN_ADMIN_LENGTH : PasswordRules.MIN_LENGTH;
        return new InvitationDocument(invited.email(), invited.name(), least);
    }

    /**
     * Takes the account, once.
     *
     * @throws io.obox.problem.ProblemException {@code link-invalid}, {@code validation}, {@code rate-limited}
     */
    public void accept(String token, String name, String chosen, Client client) {
        limits.begin(client);
        ManagedAccount invited = invited(token);
        FieldErrors errors = new FieldErrors();
        String accepted = errors.name(name, "/name");
        rules.fault(chosen, new Chooser(invited.role(), invited.email(), accepted))
                .ifPresent(fault -> errors.add("/password", fault));
        errors.throwIfAny();
        String hash = hasher.hash(chosen.toCharArray());
        transactions.call(em -> write(token, accepted, hash, client));
    }

    private User write(String token, String name, String hash, Client client) {
        UUID id = links.open(token, LinkPurpose.INVITATION).accountId();
        if (!life.come(id, name, hash)) {
            throw Links.invalid(LinkPurpose.INVITATION);
        }
        links.revoke(id);
        User come = table.get(id).user();
        trace.record(AuditEntry.builder("account.accept-invitation")
                .by(come.email())
                .on("account", id.toString(), come.email())
                .from(client.address()));
        live.changedAfterCommit(come);
        return come;
    }

    private ManagedAccount invited(String token) {
        return table.get(links.look(token, LinkPurpose.INVITATION).accountId());
    }
}
