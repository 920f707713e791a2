package io.obox.platform.internal;

import io.obox.job.JobRequest;
import io.obox.job.Jobs;
import io.obox.lifecycle.Replacement;
import io.obox.persistence.Transactions;
import io.obox.platform.internal.build.BundleJar;
import io.obox.platform.internal.ledger.Rows;
import io.obox.platform.internal.settings.PlatformSettings;
import io.obox.platform.internal.step.Drains;
import io.obox.platform.internal.step.Preparations;
import io.obox.platform.internal.step.Steps;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import org.apache.felix.framework.FrameworkFactory;
import org.apache.felix.hc.api.execution.HealthCheckExecutor;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.launch.Framework;
import org.osgi.service.cm.ConfigurationAdmin;
import org.osgi.service.component.runtime.ServiceComponentRuntime;

/** A node with a framework of its own, whose bundles have no components, and which keeps jobs instead of running them. */
final class NodeKit implements AutoCloseable {
    static final String NAME = "org.example.one";

    final Path folder;
    final Machine machine;
    final List<JobRequest> jobs = new ArrayList<>();
    private final String name;
    private final Framework framework;

    NodeKit(String name, Path folder, Transactions transactions) throws IOException, BundleException {
        this.name = name;
        this.folder = folder;
        framework = new FrameworkFactory()
                .newFramework(Map.of(
                        Constants.FRAMEWORK_STORAGE,
                        folder.resolve("framework-" + name).toString()));
        framework.start();
        Bundle platform = framework.getBundleContext().installBundle("test:platform", jar("io.obox.platform", "1.0.0"));
        platform.start();
        BundleContext context = platform.getBundleContext();
        Steps steps = new Steps(
                context,
                fake(PlatformSettings.class, (self, method, arguments) -> method.getDefaultValue()),
                fake(ConfigurationAdmin.class, (self, method, arguments) -> null),
                fake(ServiceComponentRuntime.class, (self, method, arguments) -> List.of()),
                fake(HealthCheckExecutor.class, (self, method, arguments) -> List.of()),
                new Drains(),
                new Preparations());
        Node node = new Node(name, true, folder.resolve("bundles"), folder.resolve("repository"));
        machine = new Machine(context, node, steps);
        machine.transactions = transactions;
        machine.jobs = fake(Jobs.class, (self, method, arguments) -> {
            jobs.add((JobRequest) arguments[0]);
            return null;
        });
    }

    /** Has a version of a bundle running that is shipped. */
    Bundle ship(String symbolicName, String version) throws IOException, BundleException {
        Path jar = folder.resolve("repository").resolve(symbolicName + "-" + version + ".jar");
        Files.createDirectories(jar.getParent());
        Files.write(jar, jar(symbolicName, version).readAllBytes());
        Bundle bundle = framework.getBundleContext().installBundle(jar.toUri().toString());
        bundle.start();
        return bundle;
    }

    /** Asks for a version in the place of another. */
    Replacement request(Bundle former, String version) throws IOException {
        BundleJar build = machine.archives().keep(jar(former.getSymbolicName(), version));
        return machine.request(new Rows.Request(
                name,
                former.getSymbolicName(),
                former.getVersion().toString(),
                version,
                former.getLocation(),
                machine.archives().keep(former),
                build.digest(),
                Set.of(),
                UUID.randomUUID()));
    }

    /** Has a version brought to its end. */
    Replacement replace(Bundle former, String version) throws IOException, InterruptedException {
        UUID id = request(former, version).id();
        machine.replace(id, step -> {});
        machine.retire(id);
        return machine.rows().get(id);
    }

    /** The versions that run, in the order in which they came. */
    List<String> versions() {
        return bundles().stream().map(bundle -> bundle.getVersion().toString()).toList();
    }

    Bundle bundle(String version) {
        return bundles().stream()
                .filter(bundle -> bundle.getVersion().toString().equals(version))
                .findFirst()
                .orElseThrow();
    }

    private List<Bundle> bundles() {
        return Arrays.stream(framework.getBundleContext().getBundles())
                .filter(bundle -> NAME.equals(bundle.getSymbolicName()) && bundle.getState() == Bundle.ACTIVE)
                .toList();
    }

    @Override
    public void close() throws Exception {
        framework.stop();
        framework.waitForStop(0);
    }

    private static InputStream jar(String symbolicName, String version) throws IOException {
        Manifest manifest = new Manifest();
        Attributes attributes = manifest.getMainAttributes();
        attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        attributes.putValue(Constants.BUNDLE_MANIFESTVERSION, "2");
        attributes.putValue(Constants.BUNDLE_SYMBOLICNAME, symbolicName);
        attributes.putValue(Constants.BUNDLE_VERSION, version);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (var jar = new JarOutputStream(bytes)) {
            ZipEntry entry = new ZipEntry(JarFile.MANIFEST_NAME);
            entry.setTime(0); // or builds that are the same would differ by the time at which they were made
            jar.putNextEntry(entry);
            manifest.write(jar);
        }
        return new ByteArrayInputStream(bytes.toByteArray());
    }

    static <T> T fake(Class<T> type, InvocationHandler behaviour) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, behaviour));
    }
}
