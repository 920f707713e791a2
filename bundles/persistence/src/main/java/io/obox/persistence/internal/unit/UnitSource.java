package io.obox.persistence.internal.unit;

import java.net.URL;
import java.util.List;

/**
 * What one version of one bundle brings to the database.
 *
 * @param name symbolic name of the bundle, such as {@code obox.vm}
 * @param version its version, for messages
 * @param key tells apart units that exist at the same time, also of two versions of one bundle
 * @param loader sees the entity classes, EclipseLink and the {@link InstantConverter}
 * @param root where the bundle's content lies
 * @param entities names of the entity classes, empty if the bundle has none
 * @param migrations addresses of its SQL scripts, in any order
 */
public record UnitSource(
        String name,
        String version,
        String key,
        ClassLoader loader,
        URL root,
        List<String> entities,
        List<URL> migrations) {
    /** Copies the lists. */
    public UnitSource {
        entities = List.copyOf(entities);
        migrations = List.copyOf(migrations);
    }
}
