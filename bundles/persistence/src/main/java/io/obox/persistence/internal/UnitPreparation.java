package io.obox.persistence.internal;

import io.obox.lifecycle.Preparation;
import io.obox.persistence.internal.unit.BundleUnit;
import io.obox.persistence.internal.unit.Units;
import java.time.Duration;
import org.osgi.framework.Bundle;
import org.osgi.framework.wiring.BundleWiring;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Migrates a bundle's tables and deploys its entities before the bundle is started. */
@Component
public final class UnitPreparation implements Preparation {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Units units;

    /** Over the units that the bundles use themselves. */
    @Activate
    public UnitPreparation(@Reference Units units) {
        this.units = units;
    }

    @Override
    public Prepared prepare(Bundle bundle) {
        BundleWiring wiring = bundle.adapt(BundleWiring.class);
        if (wiring.findEntries("db/migration", "*.sql", 0).isEmpty()) {
            return () -> {};
        }
        units.prepare(wiring, () -> BundleUnit.of(bundle), PATIENCE);
        return () -> units.release(wiring, () -> bundle.getState() == Bundle.UNINSTALLED);
    }
}
