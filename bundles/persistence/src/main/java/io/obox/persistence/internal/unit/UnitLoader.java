package io.obox.persistence.internal.unit;

import java.net.URL;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Sees what any of several bundles sees, the first one first. */
final class UnitLoader extends ClassLoader {
    private final List<ClassLoader> bundles;

    UnitLoader(List<ClassLoader> bundles) {
        super("obox-unit", null);
        this.bundles = List.copyOf(bundles);
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        for (ClassLoader bundle : bundles) {
            try {
                return bundle.loadClass(name);
            } catch (ClassNotFoundException e) {
                continue;
            }
        }
        throw new ClassNotFoundException(name);
    }

    @Override
    protected @Nullable URL findResource(String name) {
        return bundles.stream()
                .map(bundle -> bundle.getResource(name))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }
}
