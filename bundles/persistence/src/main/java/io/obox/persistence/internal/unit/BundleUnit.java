package io.obox.persistence.internal.unit;

import java.io.IOException;
import java.net.URL;
import java.util.List;
import java.util.Objects;
import org.eclipse.persistence.indirection.IndirectList;
import org.eclipse.persistence.jpa.PersistenceProvider;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.framework.wiring.BundleWiring;

/** Reads out of a bundle what it brings to the database. */
public final class BundleUnit {
    private BundleUnit() {}

    /** The unit that this bundle describes. */
    public static UnitSource of(Bundle bundle) {
        BundleWiring wiring = Objects.requireNonNull(bundle.adapt(BundleWiring.class), "bundle is not resolved");
        Description description = Description.of(bundle.getEntry("META-INF/persistence.xml"));
        return new UnitSource(
                bundle.getSymbolicName(),
                bundle.getVersion().toString(),
                bundle.getSymbolicName() + "-" + bundle.getVersion() + "-" + bundle.getBundleId() + "-"
                        + System.identityHashCode(wiring),
                loader(wiring),
                bundle.getEntry("/"),
                description.entities(),
                wiring.findEntries("db/migration", "*.sql", 0),
                description.fault());
    }

    /** The entities that a bundle lists, or why that can't be told. */
    private record Description(
            List<String> entities, @Nullable String fault) {
        static Description of(@Nullable URL document) {
            try {
                return new Description(document == null ? List.of() : PersistenceXml.classes(document), null);
            } catch (IOException e) {
                return new Description(List.of(), "can't be read: " + e.getMessage());
            }
        }
    }

    private static ClassLoader loader(BundleWiring wiring) {
        return new UnitLoader(List.of(
                wiring.getClassLoader(),
                InstantConverter.class.getClassLoader(),
                PersistenceProvider.class.getClassLoader(),
                IndirectList.class.getClassLoader()));
    }
}
