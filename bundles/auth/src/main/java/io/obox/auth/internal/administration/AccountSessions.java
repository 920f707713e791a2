package io.obox.auth.internal.administration;

import io.obox.auth.internal.account.InPerson;
import io.obox.auth.internal.session.Session;
import io.obox.auth.internal.session.Sessions;
import io.obox.user.Caller;
import java.util.List;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Administrators see where others are logged in, and log them out. */
@Component(service = AccountSessions.class)
public final class AccountSessions {
    private final AdministrationTrail trail;
    private final ManagedAccounts table;
    private final Administrators administrators;
    private final Sessions sessions;

    /** Within the bundle. */
    @Activate
    public AccountSessions(
            @Reference AdministrationTrail trail,
            @Reference ManagedAccounts table,
            @Reference Administrators administrators,
            @Reference Sessions sessions) {
        this.trail = trail;
        this.table = table;
        this.administrators = administrators;
        this.sessions = sessions;
    }

    /**
     * The sessions of an account, newest first.
     *
     * @throws io.obox.problem.ProblemException {@code forbidden}, {@code not-found}
     */
    public List<Session> list(Caller caller, UUID id) {
        Administrators.require(caller);
        InPerson.require(caller);
        return sessions.of(table.get(id).id(), caller.sessionId());
    }

    /**
     * Ends all sessions of an account, on all nodes at once.
     *
     * @throws io.obox.problem.ProblemException {@code forbidden}, {@code not-found}, {@code unavailable}
     */
    public void end(Asker asker, UUID id) {
        trail.trace(new Act("account.end-sessions", asker, id), entry -> {
            administrators.admit(asker.caller());
            InPerson.require(asker.caller());
            Act.name(entry, table.get(id));
            sessions.endOthers(id, null);
            return id;
        });
    }
}
