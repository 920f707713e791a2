package io.obox.host.internal.table;

import static org.assertj.core.api.Assertions.assertThat;

import io.obox.host.Host;
import io.obox.host.testkit.HostKit;
import io.obox.persistence.testkit.TestDatabase;
import io.obox.user.Caller;
import io.obox.user.CallerIssuer;
import io.obox.user.Credential;
import io.obox.user.Role;
import java.lang.invoke.MethodHandles;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class HostServiceTest {
    private final HostKit kit = HostKit.alone(HostKit.tables(TestDatabase.create()));

    @Test
    void onlyAdministratorsSeeHowAHypervisorIsReached() {
        Host inside = kit.service.get(caller(Role.ADMIN), kit.id);
        Host outside = kit.service.get(caller(Role.USER), kit.id);

        assertThat(inside.uri()).isNotEmpty();
        assertThat(outside.uri()).isEmpty();
        assertThat(outside.name()).isEqualTo(inside.name());
        assertThat(kit.service.list(caller(Role.ADMIN))).extracting(Host::uri).doesNotContain("");
        assertThat(kit.service.list(caller(Role.USER))).extracting(Host::uri).containsOnly("");
    }

    private static Caller caller(Role role) {
        return CallerIssuer.of(MethodHandles.lookup())
                .draft(new UUID(1, role.ordinal()), "ann@example.org", role, Credential.SESSION)
                .issue();
    }
}
