package io.obox.platform.internal.job;

import io.obox.job.Places;
import io.obox.platform.internal.Node;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** Tells the queue that this node is a place of its own, which jobs can be bound to. */
@Component(service = {})
public final class NodePlace {
    private final Node node;

    /** Of this node. */
    @Activate
    public NodePlace(@Reference Node node) {
        this.node = node;
    }

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    void bindPlaces(Places places) {
        places.reach(List.of(node.place()));
    }

    void unbindPlaces(Places places) {
        // the queue forgets by itself what a bundle said that let go of it
    }
}
