package io.obox.queue.internal.kit;

import io.obox.job.JobHandler;
import java.lang.reflect.Proxy;
import java.util.Dictionary;
import java.util.Hashtable;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.ComponentServiceObjects;

/** Handlers as Declarative Services would bring them. */
public final class Whiteboard {
    private Whiteboard() {}

    /** A bundle that is equal to nothing but itself. */
    public static Bundle bundle(String name) {
        return (Bundle) Proxy.newProxyInstance(
                Whiteboard.class.getClassLoader(),
                new Class<?>[] {Bundle.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "equals" -> proxy == arguments[0];
                    case "hashCode" -> System.identityHashCode(proxy);
                    case "toString", "getSymbolicName" -> name;
                    default -> throw new UnsupportedOperationException(method.toString());
                });
    }

    /** A handler as the service of a bundle. */
    public static ComponentServiceObjects<JobHandler<?>> service(JobHandler<?> handler, Bundle bundle, int ranking) {
        Reference reference = new Reference(handler, bundle, ranking);
        return new ComponentServiceObjects<>() {
            @Override
            public JobHandler<?> getService() {
                return handler;
            }

            @Override
            public void ungetService(JobHandler<?> service) {}

            @Override
            public ServiceReference<JobHandler<?>> getServiceReference() {
                return reference;
            }
        };
    }

    private record Reference(JobHandler<?> handler, Bundle bundle, int ranking)
            implements ServiceReference<JobHandler<?>> {
        @Override
        public @Nullable Object getProperty(String key) {
            return JobHandler.KIND.equals(key) ? handler.kind() : null;
        }

        @Override
        public String[] getPropertyKeys() {
            return new String[] {JobHandler.KIND};
        }

        @Override
        public Bundle getBundle() {
            return bundle;
        }

        @Override
        public Bundle[] getUsingBundles() {
            return new Bundle[0];
        }

        @Override
        public boolean isAssignableTo(Bundle other, String className) {
            return true;
        }

        @Override
        public int compareTo(Object other) {
            return Integer.compare(ranking, ((Reference) other).ranking);
        }

        @Override
        public Dictionary<String, Object> getProperties() {
            return new Hashtable<>();
        }

        @Override
        public <A> A adapt(Class<A> type) {
            throw new UnsupportedOperationException();
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return this == other;
        }

        @Override
        public int hashCode() {
            return Objects.hash(System.identityHashCode(handler), ranking);
        }
    }
}
