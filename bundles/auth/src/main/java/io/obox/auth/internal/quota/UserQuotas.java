package io.obox.auth.internal.quota;

import io.obox.auth.internal.administration.ManagedAccounts;
import io.obox.auth.internal.administration.QuotaOverride;
import io.obox.auth.internal.cache.ExpiringCache;
import io.obox.event.Change;
import io.obox.event.Event;
import io.obox.event.EventListener;
import io.obox.settings.AdminSettings;
import io.obox.user.Quota;
import io.obox.user.Quotas;
import io.obox.user.UserEvents;
import java.time.Duration;
import java.time.InstantSource;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.component.annotations.Reference;

/**
 * What is set for all, unless an administrator has decided otherwise of one. That is remembered for a second, which is how long
 * another node may go by what was decided before, should the event of the change get lost.
 */
@AdminSettings(
        pid = QuotaSettings.PID,
        attributes = {"vms", "vcpus", "memoryMib", "diskGib"})
@Component(
        service = {Quotas.class, EventListener.class},
        configurationPid = {QuotaSettings.PID, "$"},
        property = EventListener.TOPICS + "=user")
public final class UserQuotas implements Quotas, EventListener {
    static final Duration TTL = Duration.ofSeconds(1);

    private final ManagedAccounts accounts;
    private volatile Quota common;
    private final ExpiringCache<UUID, QuotaOverride> decided;

    /** As configured. */
    @Activate
    public UserQuotas(@Reference ManagedAccounts accounts, QuotaSettings settings) {
        this(accounts, common(settings), InstantSource.system());
    }

    /** Takes over other settings. */
    @Modified
    void modified(QuotaSettings settings) {
        common = common(settings);
    }

    private static Quota common(QuotaSettings settings) {
        return new Quota(settings.vms(), settings.vcpus(), settings.memoryMib(), settings.diskGib());
    }

    /** With a clock of one's own. */
    public UserQuotas(ManagedAccounts accounts, Quota common, InstantSource clock) {
        this.accounts = accounts;
        this.common = common;
        this.decided = new ExpiringCache<>(clock, TTL, 10_000);
    }

    @Override
    public Quota of(UUID userId) {
        return decided.get(userId, accounts::quota)
                .map(quota -> quota.over(common))
                .orElse(common);
    }

    @Override
    public void onEvent(Event event) {
        event.of(UserEvents.TOPIC).map(Change::objectId).ifPresent(decided::forget);
    }

    @Override
    public void onLoss() {
        decided.forgetIf(quota -> true);
    }
}
