package io.obox.auth.internal.deletion;

import io.obox.audit.AuditEntry;
import io.obox.auth.internal.account.Accounts;
import io.obox.auth.internal.administration.Act;
import io.obox.auth.internal.administration.AdministrationTrail;
import io.obox.auth.internal.administration.Administrators;
import io.obox.auth.internal.administration.Asker;
import io.obox.auth.internal.administration.ManagedAccount;
import io.obox.auth.internal.administration.ManagedAccounts;
import io.obox.auth.internal.confirmation.Confirmations;
import io.obox.auth.internal.message.AccountMessage;
import io.obox.problem.FieldValues;
import io.obox.problem.Problem;
import io.obox.problem.ProblemException;
import io.obox.user.UserState;
import io.obox.version.ExpectedVersion;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Administrators delete the accounts of others. */
@Component(service = AccountRemoval.class)
public final class AccountRemoval {
    private final AdministrationTrail trail;
    private final ManagedAccounts table;
    private final Administrators administrators;
    private final Accounts accounts;
    private final AccountEnd end;
    private final Confirmations confirmations;

    /** Within the bundle. */
    @Activate
    public AccountRemoval(
            @Reference AdministrationTrail trail,
            @Reference ManagedAccounts table,
            @Reference Administrators administrators,
            @Reference Accounts accounts,
            @Reference AccountEnd end,
            @Reference Confirmations confirmations) {
        this.trail = trail;
        this.table = table;
        this.administrators = administrators;
        this.accounts = accounts;
        this.end = end;
        this.confirmations = confirmations;
    }

    /**
     * Deletes an account. What it has goes to another, or it must have nothing.
     *
     * @param receiver an account in use, or null
     * @throws ProblemException {@code forbidden}, {@code confirmation-required}, {@code not-found}, {@code precondition-failed}, {@code validation}, {@code state-conflict},
     *     {@code last-administrator}, {@code unavailable}; what a domain refuses whose things the account has
     */
    public void delete(Asker asker, UUID id, @Nullable UUID receiver, ExpectedVersion expected) {
        trail.trace(new Act("account.delete", asker, id), entry -> {
            administrators.admit(asker.caller());
            accounts.lock(id);
            ManagedAccount present = table.get(id);
            Act.name(entry, present);
            expected.check(present.version());
            confirmations.require(asker.caller());
            refuseOwn(asker, id);
            if (receiver != null) {
                noteReceiver(entry, id, receiver);
            }
            end.end(id, receiver);
            return present;
        });
    }

    private static void refuseOwn(Asker asker, UUID id) {
        if (asker.caller().userId().equals(id)) {
            throw new ProblemException(Problem.stateConflict(AccountMessage.OWN_ACCOUNT.with())
                    .withRemedy(AccountMessage.USE_PROFILE.with()));
        }
    }

    /** Whoever is to get something is kept from going meanwhile. */
    private void noteReceiver(AuditEntry.Builder entry, UUID id, UUID receiver) {
        ManagedAccount found = receiver(receiver);
        if (receiver.equals(id) || found.state() != UserState.ACTIVE) {
            throw noReceiver();
        }
        entry.change("owner", null, found.email());
    }

    private ManagedAccount receiver(UUID id) {
        try {
            accounts.lock(id);
            return table.get(id);
        } catch (ProblemException e) {
            throw e.problem().status() < 500 ? noReceiver() : e;
        }
    }

    private static ProblemException noReceiver() {
        return FieldValues.refused("/transferTo", AccountMessage.NO_RECEIVER.with());
    }
}
