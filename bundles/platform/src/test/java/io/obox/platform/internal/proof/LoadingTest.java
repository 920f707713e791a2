package io.obox.platform.internal.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Dictionary;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import org.apache.felix.framework.FrameworkFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.launch.Framework;
import org.osgi.service.cm.ConfigurationAdmin;
import org.osgi.service.component.runtime.ServiceComponentRuntime;

/** With Felix SCR itself, whose inner life this is about. */
class LoadingTest {
    private static final String COMPONENT = "worker";
    private static final String BEGUN = "io.obox.platform.test.begun";
    private static final String OVER = "io.obox.platform.test.over";
    private static final String SHARED = Stream.of(
                    "org.osgi.service.component;version=1.5.1",
                    "org.osgi.service.component.runtime;version=1.5.0",
                    "org.osgi.service.component.runtime.dto;version=1.5.0",
                    "org.osgi.service.cm;version=1.6.1",
                    "org.osgi.util.promise;version=1.3.0",
                    "org.osgi.util.function;version=1.2.0")
            .reduce((one, other) -> one + "," + other)
            .orElseThrow();

    @TempDir
    private Path folder;

    private Framework framework;
    private BundleContext context;

    /** Hangs until it is told that the test is over. */
    public static final class Hanging implements Runnable {
        public Hanging() throws InterruptedException {
            System.setProperty(BEGUN, "");
            while (System.getProperty(OVER) == null) {
                Thread.onSpinWait();
            }
        }

        @Override
        public void run() {}
    }

    /** Is there at once. */
    public static final class Whole implements Runnable {
        @Override
        public void run() {}
    }

    @BeforeEach
    void start() throws BundleException {
        System.clearProperty(BEGUN);
        System.clearProperty(OVER);
        framework = new FrameworkFactory()
                .newFramework(Map.of(
                        Constants.FRAMEWORK_STORAGE,
                        folder.toString(),
                        Constants.FRAMEWORK_SYSTEMPACKAGES_EXTRA,
                        SHARED,
                        "ds.stop.timeout",
                        "100",
                        "ds.lock.timeout",
                        "100"));
        framework.start();
        context = framework.getBundleContext();
        for (String library : List.of("org.apache.felix.configadmin", "org.apache.felix.scr")) {
            context.installBundle(Path.of(onClassPath(library)).toUri().toString())
                    .start();
        }
    }

    @AfterEach
    void stop() throws Exception {
        System.setProperty(OVER, "");
        framework.stop();
        framework.waitForStop(0);
    }

    @Test
    void aVersionThatHungKeepsNoConfigurationFromOthers() throws Exception {
        context.installBundle("test:whole", jar("whole", Whole.class)).start();
        Bundle hanging = context.installBundle("test:hanging", jar("hanging", Hanging.class));
        Thread.ofPlatform().daemon().start(() -> startOf(hanging));
        await().until(() -> System.getProperty(BEGUN) != null);

        new Loading(service(ServiceComponentRuntime.class)).abandon(hanging);
        hanging.uninstall();
        Dictionary<String, Object> properties = new Hashtable<>(Map.of("word", "heard"));
        service(ConfigurationAdmin.class).getConfiguration(COMPONENT, "?").update(properties);

        await().untilAsserted(() -> assertThat(word()).isEqualTo("heard"));
    }

    private static void startOf(Bundle bundle) {
        try {
            bundle.start();
        } catch (BundleException e) {
            throw new IllegalStateException(e);
        }
    }

    private Object word() {
        ServiceReference<?> worker = Objects.requireNonNull(context.getServiceReference(Runnable.class));
        return String.valueOf(worker.getProperty("word"));
    }

    private <T> T service(Class<T> type) {
        return context.getService(Objects.requireNonNull(context.getServiceReference(type)));
    }

    private static String onClassPath(String library) {
        return Arrays.stream(System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"))
                        .split(":"))
                .filter(file -> file.contains("/" + library + "-"))
                .findFirst()
                .orElseThrow();
    }

    private static InputStream jar(String symbolicName, Class<?> type) throws IOException {
        Manifest manifest = new Manifest();
        Attributes attributes = manifest.getMainAttributes();
        attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        attributes.putValue(Constants.BUNDLE_MANIFESTVERSION, "2");
        attributes.putValue(Constants.BUNDLE_SYMBOLICNAME, symbolicName);
        attributes.putValue("Service-Component", "OSGI-INF/worker.xml");
        String descriptor = """
                <scr:component xmlns:scr="http://www.osgi.org/xmlns/scr/v1.4.0" name="%s" immediate="true">
                  <service><provide interface="java.lang.Runnable"/></service>
                  <implementation class="%s"/>
                </scr:component>
                """.formatted(COMPONENT, type.getName());
        String file = type.getName().replace('.', '/') + ".class";
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JarOutputStream jar = new JarOutputStream(bytes, manifest);
                InputStream code = Objects.requireNonNull(type.getResourceAsStream("/" + file))) {
            jar.putNextEntry(new JarEntry("OSGI-INF/worker.xml"));
            jar.write(descriptor.getBytes(StandardCharsets.UTF_8));
            jar.putNextEntry(new JarEntry(file));
            code.transferTo(jar);
        }
        return new ByteArrayInputStream(bytes.toByteArray());
    }
}
