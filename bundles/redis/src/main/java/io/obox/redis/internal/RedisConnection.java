package io.obox.redis.internal;

import io.obox.redis.RedisAddress;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.osgi.annotation.bundle.Capability;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.redisson.api.RedissonClient;
import org.redisson.api.redisnode.RedisNode;
import org.redisson.api.redisnode.RedisNodes;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Publishes a {@link RedissonClient} for the Redis that is in use at the moment: the configured one, else the one that is
 * published as an address. A client of another address replaces it. It is published whether Redis answers or not.
 */
@Component(
        service = RedisConnection.class,
        immediate = true,
        configurationPid = {"io.obox.redis", "$"})
@Capability(namespace = "osgi.service", attribute = "objectClass:List<String>=\"org.redisson.api.RedissonClient\"")
public final class RedisConnection {
    private static final Logger LOG = LoggerFactory.getLogger(RedisConnection.class);

    private final BundleContext context;
    /** Makes and ends clients, one after another: both take a while. */
    private final ExecutorService worker = Executors.newSingleThreadExecutor(Thread.ofVirtual()
            .inheritInheritableThreadLocals(false)
            .name("obox-redis")
            .factory());

    private volatile @Nullable Address configured;
    private volatile @Nullable Address offered;
    private volatile boolean active;
    private @Nullable Published published;

    private record Published(
            Address address, RedissonClient client, ServiceRegistration<RedissonClient> registration) {}

    /** With its settings. */
    @Activate
    public RedisConnection(BundleContext context, Settings settings) {
        this.context = context;
        this.active = true;
        modified(settings);
    }

    @Modified
    void modified(Settings settings) {
        try {
            configured = settings.url().isBlank() ? null : Address.parse(settings.url());
        } catch (IllegalArgumentException e) {
            configured = null;
            LOG.error(e.getMessage());
        }
        refresh();
    }

    @Deactivate
    void deactivate() {
        active = false;
        worker.execute(this::publish);
        worker.close();
    }

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    void setOffered(RedisAddress address) {
        offered = Address.parse(address.url());
        refresh();
    }

    void unsetOffered(RedisAddress address) {
        if (Address.parse(address.url()).equals(offered)) {
            offered = null;
            refresh();
        }
    }

    /** References are also taken away after the end. */
    private void refresh() {
        if (active) {
            worker.execute(this::publish);
        }
    }

    private synchronized void publish() {
        Address wanted = active ? (configured != null ? configured : offered) : null;
        Published last = published;
        if (last != null && last.address().equals(wanted)) {
            return;
        }
        published = wanted == null ? null : publish(wanted);
        if (last != null) {
            last.registration().unregister();
            last.client().shutdown(0, 2, TimeUnit.SECONDS);
        }
    }

    private Published publish(Address address) {
        RedissonClient client = Clients.create(address);
        LOG.info("Redis is at {}.", address);
        return new Published(address, client, context.registerService(RedissonClient.class, client, null));
    }

    /** Whether Redis answers within a second; null where no Redis is known. */
    synchronized @Nullable Boolean answers() {
        Published now = published;
        if (now == null) {
            return null;
        }
        try {
            return master(now).ping(1, TimeUnit.SECONDS);
        } catch (RuntimeException e) {
            return false;
        }
    }

    private static RedisNode master(Published now) {
        return switch (now.address()) {
            case RedisUrl single ->
                now.client().getRedisNodes(RedisNodes.SINGLE).getInstance();
            case SentinelUrl watched ->
                now.client().getRedisNodes(RedisNodes.SENTINEL_MASTER_SLAVE).getMaster();
        };
    }
}
