package io.obox.platform.internal.step;

import io.obox.lifecycle.Preparation;
import io.obox.lifecycle.Preparation.Prepared;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.osgi.framework.Bundle;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** All who have something ready for a bundle's first use. */
@Component(service = Preparations.class)
public final class Preparations {
    private final List<Preparation> preparations = new CopyOnWriteArrayList<>();

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void bindPreparation(Preparation preparation) {
        preparations.add(preparation);
    }

    void unbindPreparation(Preparation preparation) {
        preparations.remove(preparation);
    }

    /** Has a resolved bundle prepared; what is added to the list holds it, also where a later one fails. */
    void prepare(Bundle bundle, List<Prepared> prepared) throws InterruptedException {
        for (Preparation preparation : preparations) {
            prepared.add(preparation.prepare(bundle));
        }
    }
}
