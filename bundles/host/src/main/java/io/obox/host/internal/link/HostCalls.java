package io.obox.host.internal.link;

import io.obox.host.access.HostAccess;
import io.obox.host.internal.message.HostMessage;
import io.obox.provisioner.spi.ProvisionException;
import io.obox.provisioner.spi.ProvisionException.Kind;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * The way to the hosts for other domains, who know them by their ids. A version that has just taken over has calls before it has
 * looked at its hosts: these wait for that.
 */
@Component
public final class HostCalls implements HostAccess {
    private static final Duration FIRST_LOOK = Duration.ofSeconds(10);
    private static final Duration POLL = Duration.ofMillis(10);

    private final HostRegistry registry;
    private final ReachedHosts reached;
    private final FirstLook firstLook;

    /** Within the bundle. */
    @Activate
    public HostCalls(
            @Reference HostRegistry registry, @Reference ReachedHosts reached, @Reference FirstLook firstLook) {
        this.registry = registry;
        this.reached = reached;
        this.firstLook = firstLook;
    }

    @Override
    public <T> T call(UUID host, Checkpoint checkpoint, Call<T> call) throws ProvisionException, InterruptedException {
        checkpoint.pass();
        HostAddress address = address(host, checkpoint)
                .orElseThrow(() -> new ProvisionException(Kind.UNREACHABLE, HostMessage.NODE_REACHES_NOT.with()));
        return registry.call(address, checkpoint, call);
    }

    private Optional<HostAddress> address(UUID host, Checkpoint checkpoint) throws InterruptedException {
        long end = System.nanoTime() + FIRST_LOOK.toNanos();
        while (true) {
            boolean known = firstLook.done() || System.nanoTime() - end > 0;
            Optional<HostAddress> address = reached.address(host);
            if (known || address.isPresent()) {
                return address;
            }
            Thread.sleep(POLL);
            checkpoint.pass();
        }
    }

    @Override
    public Set<String> backends() {
        return registry.backends();
    }
}
