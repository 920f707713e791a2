package io.obox.container.node;

import io.obox.job.JobHandler;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.ServiceRegistration;

/** The plugin that was compiled against the first API, installed as the jar that was kept, with its services offered. */
final class Rack implements AutoCloseable {
    static final String HOST = "rack";
    private static final Path JAR = Path.of("../evolution/plugin/rack-1.jar");
    private static final String PACKAGE = "org.example.rack.";

    private final Bundle bundle;
    private final List<ServiceRegistration<?>> services = new ArrayList<>();
    private final Object handler;
    private final Object listener;

    Rack(BundleContext context) throws IOException, BundleException, ReflectiveOperationException {
        try (InputStream jar = Files.newInputStream(JAR)) {
            bundle = context.installBundle(JAR.toString(), jar);
        }
        bundle.start();
        handler = make("MoveHandler");
        offer("io.obox.job.JobHandler", handler, Map.of(JobHandler.KIND, "rack.move"));
        listener = make("RackEvents");
        offer("io.obox.event.EventListener", listener, Map.of());
        offer(
                "io.obox.provisioner.spi.Provisioner",
                make("RackBackend"),
                Map.of("obox.host", HOST, "obox.backend", HOST));
    }

    /** What its handler is to do. */
    Object move(String what) throws ReflectiveOperationException {
        return bundle.loadClass(PACKAGE + "Move").getConstructor(String.class).newInstance(what);
    }

    /** What its handler was told of ends. */
    List<String> ended() throws ReflectiveOperationException {
        return said(handler, "ended");
    }

    /** What its listener heard. */
    List<String> heard() throws ReflectiveOperationException {
        return said(listener, "heard");
    }

    private static List<String> said(Object who, String field) throws ReflectiveOperationException {
        return List.of(((List<?>) who.getClass().getField(field).get(who)).toArray(String[]::new));
    }

    private Object make(String type) throws ReflectiveOperationException {
        return bundle.loadClass(PACKAGE + type).getConstructor().newInstance();
    }

    private void offer(String service, Object object, Map<String, ?> properties) {
        BundleContext own = Objects.requireNonNull(bundle.getBundleContext());
        services.add(own.registerService(service, object, new Hashtable<>(properties)));
    }

    @Override
    public void close() throws BundleException {
        services.forEach(ServiceRegistration::unregister);
        bundle.uninstall();
    }
}
