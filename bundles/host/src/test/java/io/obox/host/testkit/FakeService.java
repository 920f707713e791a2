package io.obox.host.testkit;

import io.obox.provisioner.spi.Provisioner;
import java.lang.reflect.Proxy;
import java.util.Dictionary;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.Version;

/** References to services of bundles that are not there. */
public final class FakeService {
    private FakeService() {}

    public static Bundle bundle(String version) {
        return (Bundle) Proxy.newProxyInstance(
                FakeService.class.getClassLoader(),
                new Class<?>[] {Bundle.class},
                (self, method, args) -> switch (method.getName()) {
                    case "getVersion" -> Version.parseVersion(version);
                    case "equals" -> System.identityHashCode(self) == System.identityHashCode(args[0]);
                    case "hashCode" -> System.identityHashCode(self);
                    case "toString" -> "bundle " + version;
                    default -> throw new UnsupportedOperationException(method.getName());
                });
    }

    public static ServiceReference<Provisioner> reference(Bundle bundle, String host, int ranking) {
        Map<String, Object> properties = Map.of(
                Provisioner.HOST,
                host,
                Provisioner.BACKEND,
                "fake",
                Provisioner.URI,
                "fake://" + host,
                "service.ranking",
                ranking);
        return new Reference(bundle, properties);
    }

    private record Reference(Bundle bundle, Map<String, Object> properties) implements ServiceReference<Provisioner> {
        @Override
        public @Nullable Object getProperty(String key) {
            return properties.get(key);
        }

        @Override
        public String[] getPropertyKeys() {
            return properties.keySet().toArray(String[]::new);
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
            return 0;
        }

        @Override
        public Dictionary<String, Object> getProperties() {
            throw new UnsupportedOperationException();
        }

        @Override
        public <A> A adapt(Class<A> type) {
            throw new UnsupportedOperationException();
        }
    }
}
