package io.obox.auth.internal.administration;

import io.obox.audit.AuditEntry;
import io.obox.auth.internal.account.Accounts;
import io.obox.auth.internal.link.Links;
import io.obox.auth.internal.session.LiveSessions;
import io.obox.auth.internal.session.Sessions;
import io.obox.page.PageRequest;
import io.obox.problem.ProblemException;
import io.obox.user.Caller;
import io.obox.user.Role;
import io.obox.user.UserState;
import io.obox.version.ExpectedVersion;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Administrators find accounts, and decide what these may do and have. */
@Component(service = AccountAdministration.class)
public final class AccountAdministration {
    private final AdministrationTrail trail;
    private final ManagedAccounts table;
    private final Administrators administrators;
    private final Accounts accounts;
    private final Sessions sessions;
    private final Links links;
    private final LiveSessions live;

    /** Within the bundle. */
    @Activate
    public AccountAdministration(
            @Reference AdministrationTrail trail,
            @Reference ManagedAccounts table,
            @Reference Administrators administrators,
            @Reference Accounts accounts,
            @Reference Sessions sessions,
            @Reference Links links,
            @Reference LiveSessions live) {
        this.trail = trail;
        this.table = table;
        this.administrators = administrators;
        this.accounts = accounts;
        this.sessions = sessions;
        this.links = links;
        this.live = live;
    }

    /**
     * A page of the accounts.
     *
     * @throws ProblemException {@code forbidden} unless the caller is an administrator, {@code validation}
     */
    public AccountPage list(Caller caller, AccountFilter filter, PageRequest page, boolean counted) {
        Administrators.require(caller);
        return table.page(filter, page, counted);
    }

    /**
     * One account.
     *
     * @throws ProblemException {@code forbidden} unless the caller is an administrator, {@code not-found}
     */
    public ManagedAccount get(Caller caller, UUID id) {
        Administrators.require(caller);
        return table.get(id);
    }

    /**
     * Changes what an account may do and have. All nodes go by it at once; an account that is turned off has no session any more.
     *
     * @param change of what it is now
     * @throws ProblemException {@code forbidden}, {@code not-found}, {@code precondition-failed}, {@code validation}, {@code state-conflict},
     *     {@code last-administrator}, {@code unavailable}
     */
    public ManagedAccount change(Asker asker, UUID id, UnaryOperator<Standing> change, ExpectedVersion expected) {
        return trail.trace(new Act("account.change", asker, id), entry -> {
            administrators.admit(asker.caller());
            accounts.lock(id);
            ManagedAccount present = table.get(id);
            Act.name(entry, present);
            expected.check(present.version());
            return decide(present, change.apply(present.standing()), entry);
        });
    }

    private ManagedAccount decide(ManagedAccount present, Standing wanted, AuditEntry.Builder entry) {
        boolean unconfirmed = present.state() == UserState.UNVERIFIED || table.unconfirmed(present.id());
        Standing accepted = StandingRules.accept(present.standing(), wanted, unconfirmed);
        Differences.note(entry, present.standing(), accepted);
        if (accepted.equals(present.standing())) {
            return present;
        }
        if (accepted.role() != Role.ADMIN || accepted.state() != UserState.ACTIVE) {
            administrators.spare(present.id());
        }
        return written(present.id(), accepted, unconfirmed);
    }

    private ManagedAccount written(UUID id, Standing accepted, boolean unconfirmed) {
        boolean off = accepted.state() == UserState.DISABLED;
        ManagedAccount changed = table.decide(id, accepted, off && unconfirmed);
        if (off) {
            sessions.endOthers(id, null);
            links.revoke(id);
        }
        live.changedAfterCommit(changed.user());
        return changed;
    }
}
