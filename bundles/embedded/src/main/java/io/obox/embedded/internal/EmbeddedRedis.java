package io.obox.embedded.internal;

import io.obox.embedded.internal.redis.RedisProcess;
import io.obox.embedded.internal.server.DataFolder;
import io.obox.embedded.internal.server.Supervisor;
import io.obox.redis.RedisAddress;
import org.apache.felix.hc.api.HealthCheck;
import org.apache.felix.hc.api.Result;
import org.jspecify.annotations.Nullable;
import org.osgi.annotation.bundle.Capability;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;

/** Runs Redis and offers its address, unless another one has been configured. */
@Component(
        immediate = true,
        configurationPid = {"io.obox.embedded", "$"},
        property = {HealthCheck.NAME + "=Embedded Redis", HealthCheck.TAGS + "=embedded"})
@Capability(namespace = "osgi.service", attribute = "objectClass:List<String>=\"io.obox.redis.RedisAddress\"")
public final class EmbeddedRedis implements HealthCheck {
    private final Offer<RedisAddress> offer;
    private final @Nullable Supervisor supervisor;

    /** Begins to start it, in a thread of its own. */
    @Activate
    public EmbeddedRedis(BundleContext context, Settings settings) {
        offer = new Offer<>(context, RedisAddress.class);
        if (settings.redisUrl().isBlank()) {
            DataFolder data = Folders.data(settings, context);
            RedisProcess server = new RedisProcess(data);
            supervisor = Supervisor.start(server, data, "redis", () -> offer.set(server.address()));
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
        return Checks.of("Redis", supervisor);
    }
}
