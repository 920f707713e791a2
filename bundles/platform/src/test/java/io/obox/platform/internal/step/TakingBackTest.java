package io.obox.platform.internal.step;

import static org.assertj.core.api.Assertions.assertThat;

import io.obox.platform.internal.build.Archives;
import io.obox.platform.internal.build.BundleJar;
import io.obox.platform.internal.build.Standing;
import io.obox.platform.internal.settings.PlatformSettings;
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
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.apache.felix.framework.FrameworkFactory;
import org.apache.felix.hc.api.execution.HealthCheckExecutor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.launch.Framework;
import org.osgi.service.cm.ConfigurationAdmin;
import org.osgi.service.component.runtime.ServiceComponentRuntime;

final class TakingBackTest {
    @TempDir
    private Path folder;

    private final Drains drains = new Drains();
    private Framework framework;
    private Steps steps;

    /** What a call first needs when it is already inside. */
    public static final class NeededLate {}

    @BeforeEach
    void start() throws BundleException {
        framework = new FrameworkFactory()
                .newFramework(Map.of(
                        Constants.FRAMEWORK_STORAGE, folder.resolve("framework").toString()));
        framework.start();
        steps = new Steps(
                framework.getBundleContext(),
                fake(PlatformSettings.class, (self, method, arguments) -> method.getDefaultValue()),
                fake(ConfigurationAdmin.class, (self, method, arguments) -> null),
                fake(ServiceComponentRuntime.class, (self, method, arguments) -> List.of()),
                fake(HealthCheckExecutor.class, (self, method, arguments) -> List.of()),
                drains,
                new Preparations());
    }

    @AfterEach
    void stop() throws Exception {
        framework.stop();
        framework.waitForStop(0);
    }

    @Test
    void callsInsideAVersionThatIsTakenBackEndBeforeItsClassesGo() throws Exception {
        BundleJar build = new Archives(folder.resolve("builds")).keep(jar());
        Bundle failed = install(build);
        List<String> seen = new CopyOnWriteArrayList<>();
        drains.bindDrain((bundle, grace) -> {
            seen.add(bundle.getState() == Bundle.RESOLVED ? "its services have gone" : "it still serves");
            seen.add(load(bundle).getName());
            return true;
        });

        steps.takeBack(build);

        assertThat(seen).containsExactly("its services have gone", NeededLate.class.getName());
        assertThat(failed.getState()).isEqualTo(Bundle.UNINSTALLED);
    }

    private Bundle install(BundleJar build) throws IOException, BundleException {
        BundleContext context = framework.getBundleContext();
        try (InputStream in = Files.newInputStream(build.file())) {
            Bundle installed = context.installBundle(Standing.PREFIX + build.digest(), in);
            installed.start();
            return installed;
        }
    }

    private static Class<?> load(Bundle bundle) {
        try {
            return bundle.loadClass(NeededLate.class.getName());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    private static InputStream jar() throws IOException {
        Manifest manifest = new Manifest();
        Attributes attributes = manifest.getMainAttributes();
        attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        attributes.putValue(Constants.BUNDLE_MANIFESTVERSION, "2");
        attributes.putValue(Constants.BUNDLE_SYMBOLICNAME, "org.example.failed");
        attributes.putValue(Constants.BUNDLE_VERSION, "2.0.0");
        String file = NeededLate.class.getName().replace('.', '/') + ".class";
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JarOutputStream jar = new JarOutputStream(bytes, manifest);
                InputStream code = Objects.requireNonNull(NeededLate.class.getResourceAsStream("/" + file))) {
            jar.putNextEntry(new JarEntry(file));
            code.transferTo(jar);
        }
        return new ByteArrayInputStream(bytes.toByteArray());
    }

    private static <T> T fake(Class<T> type, InvocationHandler behaviour) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, behaviour));
    }
}
