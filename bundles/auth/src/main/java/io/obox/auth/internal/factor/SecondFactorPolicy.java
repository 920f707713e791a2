package io.obox.auth.internal.factor;

import io.obox.settings.AdminSettings;
import io.obox.user.Role;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Modified;

/** Who needs a second factor, as it is set at this moment. */
@AdminSettings(
        pid = SecondFactorSettings.PID,
        attributes = {"requiredForAdmins"})
@Component(
        service = SecondFactorPolicy.class,
        configurationPid = {SecondFactorSettings.PID, "$"})
public final class SecondFactorPolicy {
    private volatile boolean forAdmins;

    /** As it is set. */
    @Activate
    public SecondFactorPolicy(SecondFactorSettings settings) {
        this(settings.requiredForAdmins());
    }

    /** Without Declarative Services. */
    public SecondFactorPolicy(boolean forAdmins) {
        this.forAdmins = forAdmins;
    }

    @Modified
    void modified(SecondFactorSettings settings) {
        require(settings.requiredForAdmins());
    }

    /** Sets it. */
    public void require(boolean ofAdmins) {
        forAdmins = ofAdmins;
    }

    /** Whether accounts of this role must have one. */
    public boolean requires(Role role) {
        return role == Role.ADMIN && forAdmins;
    }
}
