package io.obox.web.internal.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.glassfish.hk2.api.ClassAnalyzer;
import org.junit.jupiter.api.Test;

class KnownClassesTest {
    private final List<Class<?>> lookedThrough = new ArrayList<>();
    private final KnownClasses known = new KnownClasses(new Looking());

    @Test
    void eachClassIsLookedThroughOnce() {
        for (int i = 0; i < 3; i++) {
            assertThat(known.getInitializerMethods(String.class)).containsExactlyInAnyOrder(String.class.getMethods());
            assertThat(known.getFields(Integer.class)).containsExactlyInAnyOrder(Integer.class.getFields());
        }
        assertThat(known.getFields(String.class)).containsExactlyInAnyOrder(String.class.getFields());
        assertThat(lookedThrough).containsExactly(String.class, Integer.class, String.class);
    }

    /** Has all that is public injected. */
    private final class Looking implements ClassAnalyzer {
        @Override
        public <T> Set<Method> getInitializerMethods(Class<T> type) {
            lookedThrough.add(type);
            return Set.of(type.getMethods());
        }

        @Override
        public <T> Set<Field> getFields(Class<T> type) {
            lookedThrough.add(type);
            return Set.of(type.getFields());
        }

        @Override
        public <T> Constructor<T> getConstructor(Class<T> type) throws NoSuchMethodException {
            return type.getConstructor();
        }

        @Override
        public <T> Method getPostConstructMethod(Class<T> type) {
            throw new UnsupportedOperationException("nothing is constructed");
        }

        @Override
        public <T> Method getPreDestroyMethod(Class<T> type) {
            throw new UnsupportedOperationException("nothing is destroyed");
        }
    }
}
