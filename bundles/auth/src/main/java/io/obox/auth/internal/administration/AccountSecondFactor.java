package io.obox.auth.internal.administration;

import io.obox.auth.internal.confirmation.Confirmations;
import io.obox.auth.internal.enrolment.SecondFactors;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Administrators take the second factor from whoever has lost it. */
@Component(service = AccountSecondFactor.class)
public final class AccountSecondFactor {
    private final AdministrationTrail trail;
    private final ManagedAccounts table;
    private final Administrators administrators;
    private final Confirmations confirmations;
    private final SecondFactors factors;

    /** Within the bundle. */
    @Activate
    public AccountSecondFactor(
            @Reference AdministrationTrail trail,
            @Reference ManagedAccounts table,
            @Reference Administrators administrators,
            @Reference Confirmations confirmations,
            @Reference SecondFactors factors) {
        this.trail = trail;
        this.table = table;
        this.administrators = administrators;
        this.confirmations = confirmations;
        this.factors = factors;
    }

    /**
     * Has the account log in by its password alone, until its user sets up another second factor.
     *
     * @throws io.obox.problem.ProblemException {@code forbidden}, {@code confirmation-required}, {@code not-found}, {@code unavailable}
     */
    public void reset(Asker asker, UUID id) {
        trail.trace(new Act("account.reset-second-factor", asker, id), entry -> {
            administrators.admit(asker.caller());
            Act.name(entry, table.get(id));
            confirmations.require(asker.caller());
            factors.reset(id);
            return id;
        });
    }
}
