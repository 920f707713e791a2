package io.obox.platform.internal.step;

import io.obox.platform.internal.build.Archives;
import io.obox.platform.internal.build.BundleJar;
import io.obox.platform.internal.build.Standing;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.apache.felix.framework.FrameworkFactory;
import org.apache.felix.hc.api.execution.HealthCheckExecutor;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.launch.Framework;
import org.osgi.service.cm.Configuration;
import org.osgi.service.cm.ConfigurationAdmin;
import org.osgi.service.component.runtime.ServiceComponentRuntime;

/** Steps in a framework of their own, and builds of one bundle that needs nothing of OBox. */
final class StepsKit implements AutoCloseable {
    final Drains drains = new Drains();
    final Preparations preparations = new Preparations();
    final Steps steps;

    private final Path folder;
    private final Framework framework;

    StepsKit(Path folder, Graces graces) throws BundleException {
        this.folder = folder;
        framework = new FrameworkFactory()
                .newFramework(Map.of(
                        Constants.FRAMEWORK_STORAGE, folder.resolve("framework").toString()));
        framework.start();
        steps = new Steps(
                framework.getBundleContext(),
                graces,
                fake(ConfigurationAdmin.class, (self, method, arguments) -> answer(method.getReturnType())),
                fake(ServiceComponentRuntime.class, (self, method, arguments) -> List.of()),
                fake(HealthCheckExecutor.class, (self, method, arguments) -> List.of()),
                drains,
                preparations);
    }

    private static @Nullable Object answer(Class<?> type) {
        return type == Configuration.class ? fake(Configuration.class, (self, method, arguments) -> null) : null;
    }

    /** A build of that version with a class in it. */
    BundleJar build(String version, Class<?> held) throws IOException {
        return new Archives(folder.resolve("builds")).keep(jar(version, held));
    }

    Bundle install(BundleJar build) throws IOException, BundleException {
        BundleContext context = framework.getBundleContext();
        try (InputStream in = Files.newInputStream(build.file())) {
            Bundle installed = context.installBundle(location(build), in);
            installed.start();
            return installed;
        }
    }

    boolean isThere(BundleJar build) {
        return framework.getBundleContext().getBundle(location(build)) != null;
    }

    private static String location(BundleJar build) {
        return Standing.PREFIX + build.digest();
    }

    private static InputStream jar(String version, Class<?> held) throws IOException {
        Manifest manifest = new Manifest();
        Attributes attributes = manifest.getMainAttributes();
        attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        attributes.putValue(Constants.BUNDLE_MANIFESTVERSION, "2");
        attributes.putValue(Constants.BUNDLE_SYMBOLICNAME, "org.example.stepped");
        attributes.putValue(Constants.BUNDLE_VERSION, version);
        if (BundleActivator.class.isAssignableFrom(held)) {
            attributes.putValue(Constants.BUNDLE_ACTIVATOR, held.getName());
            attributes.putValue(Constants.IMPORT_PACKAGE, "org.osgi.framework");
        }
        String file = held.getName().replace('.', '/') + ".class";
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JarOutputStream jar = new JarOutputStream(bytes, manifest);
                InputStream code = Objects.requireNonNull(held.getResourceAsStream("/" + file))) {
            jar.putNextEntry(new JarEntry(file));
            code.transferTo(jar);
        }
        return new ByteArrayInputStream(bytes.toByteArray());
    }

    private static <T> T fake(Class<T> type, InvocationHandler behaviour) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, behaviour));
    }

    @Override
    public void close() throws Exception {
        framework.stop();
        framework.waitForStop(0);
    }
}
