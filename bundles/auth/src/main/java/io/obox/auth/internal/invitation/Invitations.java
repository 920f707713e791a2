package io.obox.auth.internal.invitation;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.NoArgGenerator;
import io.obox.audit.AuditEntry;
import io.obox.auth.internal.account.AccountLife;
import io.obox.auth.internal.account.Accounts;
import io.obox.auth.internal.administration.Act;
import io.obox.auth.internal.administration.AdministrationTrail;
import io.obox.auth.internal.administration.Administrators;
import io.obox.auth.internal.administration.Asker;
import io.obox.auth.internal.administration.ManagedAccount;
import io.obox.auth.internal.administration.ManagedAccounts;
import io.obox.auth.internal.administration.Standing;
import io.obox.auth.internal.link.LinkPurpose;
import io.obox.auth.internal.link.Links;
import io.obox.auth.internal.mail.AccountLimits;
import io.obox.auth.internal.mail.AccountMail;
import io.obox.auth.internal.mail.AccountMails;
import io.obox.auth.internal.message.AccountMessage;
import io.obox.auth.internal.message.AuthProblem;
import io.obox.auth.internal.password.PasswordHasher;
import io.obox.auth.internal.session.LiveSessions;
import io.obox.auth.internal.session.Sessions;
import io.obox.problem.Problem;
import io.obox.problem.ProblemException;
import io.obox.user.UserState;
import java.time.Instant;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Administrators invite people: an account is made that nobody can log in to, and its address is sent a link to choose a password by.
 * Each step is in one transaction with its mail and its record.
 */
@Component(service = Invitations.class)
public final class Invitations {
    private final AdministrationTrail trail;
    private final Administrators administrators;
    private final ManagedAccounts table;
    private final Accounts accounts;
    private final AccountLife life;
    private final Sessions sessions;
    private final LiveSessions live;
    private final PasswordHasher hasher;
    private final AccountLimits limits;
    private final Links links;
    private final AccountMails mails;
    private final NoArgGenerator ids = Generators.timeBasedEpochGenerator();

    /** Within the bundle. */
    @Activate
    public Invitations(
            @Reference AdministrationTrail trail,
            @Reference Administrators administrators,
            @Reference ManagedAccounts table,
            @Reference Accounts accounts,
            @Reference AccountLife life,
            @Reference Sessions sessions,
            @Reference LiveSessions live,
            @Reference PasswordHasher hasher,
            @Reference AccountLimits limits,
            @Reference Links links,
            @Reference AccountMails mails) {
        this.trail = trail;
        this.administrators = administrators;
        this.table = table;
        this.accounts = accounts;
        this.life = life;
        this.sessions = sessions;
        this.live = live;
        this.hasher = hasher;
        this.limits = limits;
        this.links = links;
        this.mails = mails;
    }

    /**
     * Invites somebody. Who has registered with the address and not confirmed it is invited in their place.
     *
     * @throws ProblemException {@code forbidden}, {@code validation}, {@code email-taken}, {@code rate-limited}, {@code unavailable}
     */
    public ManagedAccount invite(Asker asker, NewInvitation asked) {
        // slow, and so not while others wait for what is locked
        String hash = asker.caller().isAdmin()
                ? hasher.hash(UUID.randomUUID().toString().toCharArray())
                : "";
        return trail.trace(new Act("account.invite", asker, null), entry -> {
            entry.on(Act.ACCOUNT, null, Accounts.normalized(asked.email()));
            administrators.admit(asker.caller());
            NewInvitation accepted = InvitationRules.accept(asked);
            ManagedAccount invited = write(accepted, hash);
            Act.name(entry, invited);
            entry.change("role", null, invited.role().name());
            send(invited);
            return table.get(invited.id());
        });
    }

    private ManagedAccount write(NewInvitation accepted, String hash) {
        UUID id = life.invite(
                        ids.generate(),
                        accepted.email(),
                        accepted.name(),
                        accepted.role(),
                        accepted.locale(),
                        hash,
                        Instant.now())
                .orElseThrow(() -> new ProblemException(AuthProblem.EMAIL_TAKEN
                        .of(AccountMessage.ADDRESS_HAS_ACCOUNT.with())
                        .withRemedy(AccountMessage.FIND_ACCOUNT.with())));
        // whoever registered with the address meanwhile may have been logged in, and has a link to confirm it
        sessions.endOthers(id, null);
        links.revoke(id);
        return table.decide(id, new Standing(accepted.role(), UserState.UNVERIFIED, accepted.quota()), false);
    }

    /**
     * Sends the invitation once more, with another link; the one before is good no longer.
     *
     * @throws ProblemException {@code forbidden}, {@code not-found}, {@code state-conflict}, {@code rate-limited}, {@code unavailable}
     */
    public ManagedAccount resend(Asker asker, UUID id) {
        return trail.trace(new Act("account.invite-again", asker, id), entry -> {
            send(invited(asker, id, entry));
            return table.get(id);
        });
    }

    /**
     * Takes the invitation back, and the account with it, which was never used.
     *
     * @throws ProblemException {@code forbidden}, {@code not-found}, {@code state-conflict}, {@code unavailable}
     */
    public void withdraw(Asker asker, UUID id) {
        trail.trace(new Act("account.withdraw-invitation", asker, id), entry -> {
            invited(asker, id, entry);
            life.delete(id);
            live.deletedAfterCommit(id);
            return id;
        });
    }

    private ManagedAccount invited(Asker asker, UUID id, AuditEntry.Builder entry) {
        administrators.admit(asker.caller());
        accounts.lock(id);
        ManagedAccount present = table.get(id);
        Act.name(entry, present);
        if (present.invitedAt() == null || present.state() != UserState.UNVERIFIED) {
            throw new ProblemException(Problem.stateConflict(AccountMessage.NOT_INVITED.with()));
        }
        return present;
    }

    private void send(ManagedAccount invited) {
        if (!limits.mayMail(invited.email())) {
            throw new ProblemException(Problem.rateLimited(AccountMessage.TOO_MANY_MAILS.with()));
        }
        mails.send(AccountMail.INVITATION, invited.user(), links.issue(invited.id(), LinkPurpose.INVITATION));
        live.changedAfterCommit(invited.user());
    }
}
