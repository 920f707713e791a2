package io.obox.persistence.internal.unit;

import io.obox.persistence.internal.message.DatabaseMessage;
import io.obox.problem.Problem;
import io.obox.problem.ProblemException;
import jakarta.persistence.Converter;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.MappedSuperclass;
import java.lang.annotation.Annotation;
import java.net.URL;
import java.util.List;
import org.jspecify.annotations.Nullable;

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
 * @param fault what is wrong with its description, or null
 */
public record UnitSource(
        String name,
        String version,
        String key,
        ClassLoader loader,
        URL root,
        List<String> entities,
        List<URL> migrations,
        @Nullable String fault) {
    private static final List<Class<? extends Annotation>> KINDS =
            List.of(Entity.class, Embeddable.class, MappedSuperclass.class, Converter.class);

    /** One whose description could be read. */
    public UnitSource(
            String name,
            String version,
            String key,
            ClassLoader loader,
            URL root,
            List<String> entities,
            List<URL> migrations) {
        this(name, version, key, loader, root, entities, migrations, null);
    }

    /** Copies the lists. */
    public UnitSource {
        entities = List.copyOf(entities);
        migrations = List.copyOf(migrations);
    }

    /** Whether it is not OBox's own. */
    public boolean thirdParty() {
        return !name.startsWith("io.obox.");
    }

    /**
     * Looks whether its entities are there, which EclipseLink would tell in its own words.
     *
     * @throws ProblemException {@code unavailable} if they are not
     */
    void check() {
        if (fault != null) {
            throw wrong(fault);
        }
        for (String entity : entities) {
            try {
                Class<?> type = Class.forName(entity, false, loader);
                if (KINDS.stream().noneMatch(type::isAnnotationPresent)) {
                    throw wrong("lists " + entity + ", which is no entity: it lacks @Entity");
                }
            } catch (ClassNotFoundException | LinkageError e) {
                throw wrong("lists " + entity + ", which the bundle does not have");
            }
        }
    }

    private ProblemException wrong(String fault) {
        return new ProblemException(Problem.unavailable(DatabaseMessage.UNIT_WRONG.with(name, fault))
                .withRemedy(DatabaseMessage.CORRECT_UNIT.with()));
    }
}
