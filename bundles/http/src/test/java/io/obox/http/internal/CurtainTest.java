package io.obox.http.internal;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.Filter;
import jakarta.servlet.Servlet;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceEvent;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.hooks.service.ListenerHook.ListenerInfo;

class CurtainTest {
    private static final String WHITEBOARD = "org.apache.felix.http.jetty";
    private static final String WEB = "io.obox.web";
    private static final String PLUGIN = "com.example.plugin";

    private final Curtain curtain = new Curtain();

    @Test
    void servletsAndFiltersOfOthersAreHiddenFromTheWhiteboardAlone() {
        assertThat(seenBy(WHITEBOARD, service(PLUGIN, Servlet.class, Map.of()))).isFalse();
        assertThat(seenBy(WHITEBOARD, service(PLUGIN, Filter.class, Map.of()))).isFalse();
        assertThat(seenBy(WHITEBOARD, service(PLUGIN, Runnable.class, Map.of("osgi.http.whiteboard.listener", "true"))))
                .isFalse();
        assertThat(seenBy(WEB, service(PLUGIN, Servlet.class, Map.of()))).isTrue();
        assertThat(seenBy(WHITEBOARD, service(PLUGIN, Runnable.class, Map.of())))
                .isTrue();
    }

    @Test
    void whatIsOBoxOrStandsInForAnotherIsSeen() {
        assertThat(seenBy(WHITEBOARD, service("io.obox.ui", Servlet.class, Map.of())))
                .isTrue();
        assertThat(seenBy(WHITEBOARD, service(WHITEBOARD, Servlet.class, Map.of())))
                .isTrue();
        assertThat(seenBy(WHITEBOARD, service(PLUGIN, Servlet.class, Map.of("obox.stand-in", true))))
                .isTrue();
    }

    @Test
    void extensionsOfTheRestApplicationAreHiddenFromWhateverServesIt() {
        Map<String, Object> extension = Map.of("osgi.jakartars.extension", true);

        assertThat(seenBy(WEB, service(PLUGIN, Runnable.class, extension))).isFalse();
        assertThat(seenBy(WEB, service("io.obox.vm", Runnable.class, extension)))
                .isTrue();
        assertThat(seenBy("com.example.other", service(PLUGIN, Runnable.class, extension)))
                .isTrue();
    }

    /** By looking for it, and by being told. */
    private boolean seenBy(String viewer, ServiceReference<?> service) {
        BundleContext context = answering(BundleContext.class, Map.of("getBundle", bundle(viewer)));
        Collection<ServiceReference<?>> found = new ArrayList<>(List.of(service));
        curtain.find(context, null, null, true, found);
        Map<BundleContext, Collection<ListenerInfo>> listeners = new HashMap<>(Map.of(context, List.of()));
        curtain.event(new ServiceEvent(ServiceEvent.REGISTERED, service), listeners);
        assertThat(listeners.isEmpty()).isEqualTo(found.isEmpty());
        return !found.isEmpty();
    }

    private static ServiceReference<?> service(String provider, Class<?> type, Map<String, Object> properties) {
        Map<String, Object> all = new HashMap<>(properties);
        all.put(Constants.OBJECTCLASS, new String[] {type.getName()});
        Bundle bundle = bundle(provider);
        return (ServiceReference<?>) Proxy.newProxyInstance(
                CurtainTest.class.getClassLoader(),
                new Class<?>[] {ServiceReference.class},
                (proxy, called, given) -> switch (called.getName()) {
                    case "getBundle" -> bundle;
                    case "getProperty" -> all.get(given[0]);
                    case "hashCode" -> System.identityHashCode(proxy);
                    case "equals" -> proxy == given[0];
                    default -> throw new UnsupportedOperationException(called.getName());
                });
    }

    private static Bundle bundle(String name) {
        return answering(Bundle.class, Map.of("getSymbolicName", name));
    }

    private static <T> T answering(Class<T> type, Map<String, Object> answers) {
        return type.cast(Proxy.newProxyInstance(
                CurtainTest.class.getClassLoader(),
                new Class<?>[] {type},
                (proxy, called, given) -> switch (called.getName()) {
                    case "hashCode" -> System.identityHashCode(proxy);
                    case "equals" -> proxy == given[0];
                    case "toString" -> type.getSimpleName();
                    default -> answers.get(called.getName());
                }));
    }
}
