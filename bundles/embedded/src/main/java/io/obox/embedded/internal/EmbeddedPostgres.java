package io.obox.embedded.internal;

import io.obox.embedded.internal.postgres.PostgresServer;
import io.obox.embedded.internal.server.DataFolder;
import io.obox.embedded.internal.server.Supervisor;
import io.obox.persistence.DatabaseAddress;
import org.apache.felix.hc.api.HealthCheck;
import org.apache.felix.hc.api.Result;
import org.jspecify.annotations.Nullable;
import org.osgi.annotation.bundle.Capability;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;

/** Runs PostgreSQL and offers its address, unless another one has been configured. */
@Component(
        immediate = true,
        configurationPid = {"io.obox.embedded", "$"},
        property = {HealthCheck.NAME + "=Embedded PostgreSQL", HealthCheck.TAGS + "=embedded"})
@Capability(namespace = "osgi.service", attribute = "objectClass:List<String>=\"io.obox.persistence.DatabaseAddress\"")
public final class EmbeddedPostgres implements HealthCheck {
    private final Offer<DatabaseAddress> offer;
    private final @Nullable Supervisor supervisor;

    /** Begins to start it, in a thread of its own. */
    @Activate
    public EmbeddedPostgres(BundleContext context, Settings settings) {
        offer = new Offer<>(context, DatabaseAddress.class);
        if (settings.databaseUrl().isBlank()) {
            DataFolder data = Folders.data(settings, context);
            PostgresServer server = new PostgresServer(data);
            supervisor = Supervisor.start(server, data, "postgres", () -> offer.set(server.address()));
        } else {
            supervisor = null;
        }
    }

    @Deactivate
    void deactivate() {
        offer.withdraw();
        if (supervisor != null) {
            supervisor.stop();
        }
    }

    @Override
    public Result execute() {
        return Checks.of("PostgreSQL", supervisor);
    }
}
