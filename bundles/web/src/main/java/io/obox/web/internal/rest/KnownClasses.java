package io.obox.web.internal.rest;

import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.glassfish.hk2.api.ClassAnalyzer;
import org.glassfish.hk2.api.ServiceLocator;
import org.glassfish.hk2.utilities.ServiceLocatorUtilities;
import org.glassfish.jersey.internal.inject.InjectionManager;

/**
 * What is to be injected into objects of which class. HK2 looks through all methods of a resource and their annotations for it,
 * at each request; here that is done once for each class. Classes are remembered as long as their generation lives. Thread-safe.
 */
final class KnownClasses implements ClassAnalyzer {
    private static final String NAME = "io.obox.web.known";

    private final ClassAnalyzer analyzer;
    private final Map<Class<?>, Set<Method>> methods = new ConcurrentHashMap<>();
    private final Map<Class<?>, Set<Field>> fields = new ConcurrentHashMap<>();

    /** Of what this one finds out. */
    KnownClasses(ClassAnalyzer analyzer) {
        this.analyzer = analyzer;
    }

    /** From now on injections into objects of one application remember. */
    static void rememberIn(InjectionManager injections) {
        ServiceLocator locator = injections.getInstance(ServiceLocator.class);
        ClassAnalyzer found = locator.getService(ClassAnalyzer.class, locator.getDefaultClassAnalyzerName());
        ServiceLocatorUtilities.addOneConstant(locator, new KnownClasses(found), NAME, ClassAnalyzer.class);
        locator.setDefaultClassAnalyzerName(NAME);
    }

    @Override
    public <T> Set<Method> getInitializerMethods(Class<T> type) {
        return remembered(methods, type, analyzer::getInitializerMethods);
    }

    @Override
    public <T> Set<Field> getFields(Class<T> type) {
        return remembered(fields, type, analyzer::getFields);
    }

    /** Not computed within the map: to look through one class can lead to another. */
    private static <M> Set<M> remembered(
            Map<Class<?>, Set<M>> known, Class<?> type, Function<Class<?>, Set<M>> analysis) {
        Set<M> members = known.get(type);
        if (members == null) {
            members = Collections.unmodifiableSet(analysis.apply(type));
            known.put(type, members);
        }
        return members;
    }

    @Override
    public <T> Constructor<T> getConstructor(Class<T> type) throws NoSuchMethodException {
        return analyzer.getConstructor(type);
    }

    @Override
    public <T> Method getPostConstructMethod(Class<T> type) {
        return analyzer.getPostConstructMethod(type);
    }

    @Override
    public <T> Method getPreDestroyMethod(Class<T> type) {
        return analyzer.getPreDestroyMethod(type);
    }
}
