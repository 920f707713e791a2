package io.obox.container.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.Dictionary;
import java.util.Hashtable;
import javax.inject.Inject;
import org.apache.felix.hc.api.HealthCheck;
import org.apache.felix.hc.api.Result;
import org.awaitility.Awaitility;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;
import org.osgi.framework.Bundle;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.osgi.service.component.runtime.dto.ComponentDescriptionDTO;

/** What strangers hear of a node that is not well. */
public class ReadinessTest extends WebTest {
    private static final String INNER = "db.internal:5432";

    @Inject
    private ServiceComponentRuntime components;

    private ServiceRegistration<HealthCheck> check;

    @Before
    public void somethingIsNotWell() {
        Dictionary<String, Object> properties = new Hashtable<>();
        properties.put(HealthCheck.NAME, "Ledger");
        properties.put(HealthCheck.TAGS, new String[] {"ready"});
        check = context.registerService(
                HealthCheck.class, () -> new Result(Result.Status.CRITICAL, INNER + " does not answer."), properties);
        Awaitility.await().until(() -> http().get("/readyz").body().contains("Ledger"));
    }

    @After
    public void itIsWellAgain() {
        check.unregister();
    }

    @Test
    public void whoeverAsksOnTheMachineItselfIsToldEverything() {
        assertTold(http().get("/readyz"));
    }

    @Test
    public void strangersAreToldWhatIsNotWellAndNothingOfIt() {
        HttpResponse<String> stranger = http().send(http().request("/readyz").header("X-Forwarded-For", "192.0.2.7"));
        HttpResponse<String> other = http().send(http().request("/readyz").header("Forwarded", "for=192.0.2.7"));

        assertThat(stranger.statusCode()).isEqualTo(503);
        assertThat(stranger.body()).contains("Ledger").doesNotContain(INNER);
        assertThat(other.body()).contains("Ledger").doesNotContain(INNER);
    }

    @Test
    public void administratorsAreToldEverythingWhereverTheyAsk() {
        assertTold(http().send(http().request("/readyz")
                .setHeader("Authorization", "Bearer " + FakeLogin.ADMINISTRATOR)
                .header("X-Forwarded-For", "192.0.2.7")));
    }

    /** As while it starts: what is not there is not asked, and would not be missed. */
    @Test
    public void nobodyIsReadyBeforeTheApiHasItsCheck() {
        assertThat(http().get("/readyz").body()).contains("REST API", "is not served");
        ComponentDescriptionDTO check =
                components.getComponentDescriptionDTO(web(), "io.obox.web.internal.health.ServingCheck");

        components.disableComponent(check);
        try {
            Awaitility.await().until(() -> !http().get("/readyz").body().contains("is not served"));
            assertThat(http().get("/readyz").body()).contains("REST API", "It is starting.");
        } finally {
            components.enableComponent(check);
        }
    }

    private Bundle web() {
        return Arrays.stream(context.getBundles())
                .filter(bundle -> bundle.getSymbolicName().equals("io.obox.web"))
                .findFirst()
                .orElseThrow();
    }

    private static void assertTold(HttpResponse<String> response) {
        assertThat(response.statusCode()).isEqualTo(503);
        assertThat(response.body()).contains("Ledger", INNER);
    }
}
