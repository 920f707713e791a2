package io.obox.host.internal.watch;

import io.obox.host.internal.link.HostAddress;
import io.obox.host.internal.link.HostRegistry;
import io.obox.host.internal.link.ReachedHosts;
import io.obox.host.internal.table.HostIdentities;
import io.obox.host.internal.table.HostReach;
import io.obox.provisioner.spi.ProvisionException;
import io.obox.provisioner.spi.ProvisionException.Kind;
import io.obox.provisioner.spi.Provisioner;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a node does again and again for an address: it asks the hypervisor who it is, says that it reaches that host, and looks at
 * the host if no other node does. Not thread-safe.
 */
public final class HostRound {
    private static final Logger LOG = LoggerFactory.getLogger(HostRound.class);
    private static final Duration ENTRY_INTERVAL = Duration.ofMinutes(1);

    private final HostAddress address;
    private final HostRegistry registry;
    private final HostIdentities identities;
    private final HostReach reach;
    private final ReachedHosts reached;
    private final HostLook look;
    private @Nullable UUID hypervisor;
    private @Nullable UUID host;
    private boolean everAnswered;
    /** When it was entered last, by a clock that nobody sets; null if that is due. */
    private @Nullable Long enteredNanos;

    /** For one address. */
    public HostRound(
            HostAddress address,
            HostRegistry registry,
            HostIdentities identities,
            HostReach reach,
            ReachedHosts reached,
            HostLook look) {
        this.address = address;
        this.registry = registry;
        this.identities = identities;
        this.reach = reach;
        this.reached = reached;
        this.look = look;
    }

    /** One round. */
    public void go() throws InterruptedException {
        try {
            UUID found = identified();
            reach.announce(found);
            reached.add(address, found);
            if (reach.watch(found)) {
                watch(found);
            } else {
                enteredNanos = null;
            }
        } catch (ProvisionException e) {
            failed(e);
        }
    }

    /** The next look is to find out again what the host can do. */
    void enterAnew() {
        enteredNanos = null;
    }

    private UUID identified() throws ProvisionException, InterruptedException {
        UUID answer = registry.call(address, () -> {}, Provisioner::identity);
        UUID known = host;
        if (known != null && answer.equals(hypervisor)) {
            return known;
        }
        leave();
        UUID found = identities.host(address, answer);
        hypervisor = answer;
        host = found;
        everAnswered = true;
        return found;
    }

    private void watch(UUID found) throws ProvisionException, InterruptedException {
        Long entered = enteredNanos;
        if (entered == null || System.nanoTime() - entered >= ENTRY_INTERVAL.toNanos()) {
            look.enter(found, address);
            enteredNanos = System.nanoTime();
        }
        if (!look.observe(found, address)) {
            enteredNanos = null;
        }
        look.observePool(found, address);
    }

    private void failed(ProvisionException failure) {
        if (failure.kind() != Kind.UNREACHABLE) {
            LOG.warn("Host {} could not be observed: {}", address, failure.getMessage(), failure);
            return;
        }
        LOG.debug("Host {} does not answer", address, failure);
        // one that is known may have another name than this node's label
        if (!everAnswered) {
            identities.unknown(address);
        }
        leave();
    }

    /** This node does not reach the host any more. */
    public void leave() {
        UUID known = host;
        reached.remove(address);
        host = null;
        hypervisor = null;
        enteredNanos = null;
        if (known != null) {
            reach.withdraw(known);
        }
    }
}
