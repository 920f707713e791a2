package io.obox.auth.internal.quota;

import io.obox.user.Quota;
import io.obox.user.Quotas;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** The same for every user, as it is set. */
@Component(
        service = Quotas.class,
        configurationPid = {QuotaSettings.PID, "$"})
public final class EqualQuotas implements Quotas {
    private final Quota quota;

    /** As configured. */
    @Activate
    public EqualQuotas(QuotaSettings settings) {
        quota = new Quota(settings.vms(), settings.vcpus(), settings.memoryMib(), settings.diskGib());
    }

    @Override
    public Quota of(UUID userId) {
        return quota;
    }
}
