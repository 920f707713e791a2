package io.obox.auth.internal.quota;

import static org.assertj.core.api.Assertions.assertThat;

import io.obox.auth.internal.AuthKit;
import io.obox.auth.internal.administration.Asker;
import io.obox.auth.internal.administration.QuotaOverride;
import io.obox.auth.internal.administration.Standing;
import io.obox.user.Quota;
import io.obox.user.Role;
import io.obox.user.User;
import io.obox.version.ExpectedVersion;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class UserQuotasTest {
    private static final Quota COMMON = new Quota(10, 20, 30, 40);

    private final AuthKit kit = new AuthKit();
    private final User admin = kit.account("admin@example.org", Role.ADMIN);
    private final User alice = kit.account("alice@example.org", Role.USER);
    private final UserQuotas quotas = new UserQuotas(kit.managed, COMMON, kit.clock);

    private void decide(QuotaOverride quota) {
        kit.administration.change(
                new Asker(AuthKit.caller(admin), null),
                alice.id(),
                old -> new Standing(old.role(), old.state(), quota),
                ExpectedVersion.UNSTATED);
    }

    @Test
    void allMayHaveTheSameButThoseOfWhomSomethingElseWasDecided() {
        decide(new QuotaOverride(1L, null, null, 0L));
        assertThat(quotas.of(alice.id())).isEqualTo(new Quota(1, 20, 30, 0));
        assertThat(quotas.of(admin.id())).isEqualTo(COMMON);
        assertThat(quotas.of(new UUID(1, 1))).isEqualTo(COMMON);
    }

    @Test
    void aDecisionCountsOnOtherNodesWithItsEvent() {
        assertThat(quotas.of(alice.id())).isEqualTo(COMMON);
        decide(new QuotaOverride(1L, 2L, 3L, 4L));
        kit.told.stream().map(AuthKit::event).forEach(quotas::onEvent);
        assertThat(quotas.of(alice.id())).isEqualTo(new Quota(1, 2, 3, 4));
        decide(QuotaOverride.NONE);
        kit.told.stream().map(AuthKit::event).forEach(quotas::onEvent);
        assertThat(quotas.of(alice.id())).isEqualTo(COMMON);
    }

    @Test
    void aDecisionWhoseEventIsLostCountsAfterASecond() {
        assertThat(quotas.of(alice.id())).isEqualTo(COMMON);
        decide(new QuotaOverride(1L, 2L, 3L, 4L));
        assertThat(quotas.of(alice.id())).isEqualTo(COMMON);
        kit.clock.pass(UserQuotas.TTL);
        assertThat(quotas.of(alice.id())).isEqualTo(new Quota(1, 2, 3, 4));
    }
}
