package io.obox.platform.internal.proof;

import io.obox.lifecycle.Waiver;
import io.obox.message.Message;
import io.obox.platform.internal.message.UpdateMessage;
import io.obox.platform.internal.refusal.Refusal;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.felix.hc.api.execution.HealthCheckExecutor;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;

/** What is asked of a new version: that it does all that the former one does, and makes nothing worse. */
public final class Proof {
    private final BundleContext context;
    private final Components components;
    private final Health health;
    private final Checks checks;

    /** By the framework's own services. */
    public Proof(BundleContext context, Components components, HealthCheckExecutor executor) {
        this.context = context;
        this.components = components;
        this.health = new Health(executor);
        this.checks = new Checks(context);
    }

    /**
     * What the former version does.
     *
     * @param components names of those that could serve
     * @param faults of this node, which a new version is not to blame for
     */
    public record Demand(String version, Set<String> components, Offer offer, List<Message> faults) {}

    /** What a running version does at this moment. */
    public Demand demand(Bundle former) {
        return new Demand(
                former.getVersion().toString(),
                Set.copyOf(components.satisfied(former)),
                Offer.of(former),
                health.faults());
    }

    /** To be closed when others use the version. */
    public Activation activation() {
        return new Activation(context, components);
    }

    /** What a version that nobody sees lacks, one sentence each. */
    public List<Message> faultsAlone(Activation activation, Bundle successor, Demand demand) {
        List<Message> faults = faults(activation, successor, demand);
        return faults.isEmpty()
                ? checks.faults(successor).stream()
                        .filter(fault -> !demand.faults().contains(fault))
                        .toList()
                : faults;
    }

    /** What a version in use lacks, or this node by it. */
    public List<Message> faultsInUse(Activation activation, Bundle successor, Demand demand) {
        List<Message> faults = faults(activation, successor, demand);
        return faults.isEmpty() ? health.faultsBeyond(demand.faults()) : faults;
    }

    /** What has failed in a version and is not tried again unless something that it needs changes, one sentence each. */
    public List<Message> failures(Bundle successor) {
        return components.failures(successor);
    }

    /** Has nobody know the components of a version that hangs in its start, before it is stopped. */
    public void abandon(Bundle successor) {
        components.abandon(successor);
    }

    /** Refuses one without any component in the place of one that has some. */
    public void refuseEmpty(Bundle successor, Bundle former, Set<Waiver> waivers) {
        if (!waivers.contains(Waiver.FEWER_SERVICES)
                && Descriptors.none(successor)
                && !components.names(former).isEmpty()) {
            throw Refusal.of(UpdateMessage.NO_COMPONENTS.with(), UpdateMessage.ASK_FOR_FEWER.with());
        }
    }

    /** Refuses one that offers less than the former one. */
    public void refuseLess(Bundle successor, Demand demand, Set<Waiver> waivers) {
        Set<String> lacking = demand.offer().beyond(Offer.of(successor));
        if (!waivers.contains(Waiver.FEWER_SERVICES) && !lacking.isEmpty()) {
            throw Refusal.of(
                    UpdateMessage.OFFERS_LESS.with(demand.version(), String.join(", ", lacking)),
                    UpdateMessage.ASK_FOR_FEWER.with());
        }
    }

    private List<Message> faults(Activation activation, Bundle successor, Demand demand) {
        Set<String> wanted = new HashSet<>(demand.components());
        wanted.retainAll(components.names(successor));
        List<Message> unsatisfied = List.copyOf(components.faults(successor, wanted));
        if (!unsatisfied.isEmpty()) {
            return unsatisfied;
        }
        List<Message> dead = activation.faults(successor);
        return dead.isEmpty() ? components.failures(successor) : dead;
    }
}
