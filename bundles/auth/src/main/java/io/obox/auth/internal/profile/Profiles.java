package io.obox.auth.internal.profile;

import io.obox.auth.internal.account.Accounts;
import io.obox.auth.internal.account.Profile;
import io.obox.auth.internal.account.ProfileContent;
import io.obox.auth.internal.message.AuthMessage;
import io.obox.auth.internal.session.LiveSessions;
import io.obox.persistence.Transactions;
import io.obox.problem.Problem;
import io.obox.problem.ProblemException;
import io.obox.user.Caller;
import io.obox.version.ExpectedVersion;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Shows people their own accounts, and has them change what is theirs to change. */
@Component(service = Profiles.class)
public final class Profiles {
    private final Transactions transactions;
    private final Accounts accounts;
    private final LiveSessions live;

    /** Within the bundle. */
    @Activate
    public Profiles(@Reference Transactions transactions, @Reference Accounts accounts, @Reference LiveSessions live) {
        this.transactions = transactions;
        this.accounts = accounts;
        this.live = live;
    }

    /** The caller's account. */
    public ProfileDocument get(Caller caller) {
        return ProfileDocument.of(find(caller.userId()));
    }

    /**
     * Changes it.
     *
     * @param change of what it says now
     * @throws ProblemException {@code precondition-failed}, {@code validation}
     */
    public ProfileDocument change(Caller caller, UnaryOperator<ProfileContent> change, ExpectedVersion expected) {
        UUID id = caller.userId();
        return transactions.call(em -> {
            accounts.lock(id);
            Profile present = find(id);
            expected.check(present.user().version());
            ProfileContent accepted = ProfileRules.accept(change.apply(present.content()));
            if (accepted.equals(present.content())) {
                return ProfileDocument.of(present);
            }
            Profile changed = accounts.changeProfile(id, accepted);
            transactions.afterCommit(() -> live.changed(changed.user()));
            return ProfileDocument.of(changed);
        });
    }

    private Profile find(UUID id) {
        return accounts.profile(id)
                .orElseThrow(() -> new ProblemException(Problem.notFound(AuthMessage.NO_SUCH_USER.with())));
    }
}
