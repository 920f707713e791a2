package io.obox.container.web;

import static org.ops4j.pax.exam.CoreOptions.options;

import io.obox.container.Features;
import io.obox.container.Server;
import java.io.IOException;
import java.time.Duration;
import java.util.Dictionary;
import java.util.Hashtable;
import javax.inject.Inject;
import org.awaitility.Awaitility;
import org.junit.After;
import org.junit.Before;
import org.junit.runner.RunWith;
import org.ops4j.pax.exam.Configuration;
import org.ops4j.pax.exam.Option;
import org.ops4j.pax.exam.junit.PaxExam;
import org.ops4j.pax.exam.spi.reactors.ExamReactorStrategy;
import org.ops4j.pax.exam.spi.reactors.PerClass;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.ServiceRegistration;

/** The web bundle with all that it stands on, and nothing that it serves. */
@RunWith(PaxExam.class)
@ExamReactorStrategy(PerClass.class)
public abstract class WebTest {
    @Inject
    protected BundleContext context;

    private Bundle login;

    @Configuration
    public Option[] platform() throws IOException {
        return options(
                // the api speaks of it
                Features.bundleOf("persistence", "jakarta.persistence-api"),
                Features.of("framework", "health", "http", "rest", "redis", "web"),
                Server.onFreePort());
    }

    protected final int port() {
        return Server.port();
    }

    protected final Http http() {
        return new Http(port());
    }

    @Before
    public final void openTheDoor() throws Exception {
        login = context.installBundle("login", FakeLoginBundle.jar());
        login.start();
        Awaitility.await()
                .atMost(Duration.ofMinutes(2))
                .ignoreExceptions()
                .until(() -> http().get("/healthz").statusCode() == 200);
    }

    @After
    public final void closeTheDoor() throws BundleException {
        login.uninstall();
    }

    /** Publishes a resource as a domain's component would, and waits until it is served. */
    protected final <T> ServiceRegistration<T> publish(Class<T> type, T resource, String name, String path) {
        Dictionary<String, Object> properties = new Hashtable<>();
        properties.put("osgi.jakartars.resource", true);
        properties.put("osgi.jakartars.name", name);
        ServiceRegistration<T> registration = context.registerService(type, resource, properties);
        Awaitility.await()
                .atMost(Duration.ofMinutes(2))
                .until(() -> http().get(path).statusCode() != 404);
        return registration;
    }
}
