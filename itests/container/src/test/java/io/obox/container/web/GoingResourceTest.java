package io.obox.container.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.Servlet;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.UnavailableException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;
import org.osgi.framework.Bundle;
import org.osgi.framework.FrameworkEvent;
import org.osgi.framework.FrameworkListener;
import org.osgi.framework.ServiceEvent;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.ServiceRegistration;
import org.osgi.framework.hooks.service.EventListenerHook;

/** What serves goes while it is asked for, as in each replacement: that is no fault, and nothing is logged as one. */
public class GoingResourceTest extends WebTest {
    private static final Duration GRACE = Duration.ofMinutes(1);

    private final List<Throwable> errors = new CopyOnWriteArrayList<>();
    private final FrameworkListener listener = event -> {
        if (event.getType() == FrameworkEvent.ERROR) {
            errors.add(event.getThrowable());
        }
    };

    @Before
    public void listen() {
        context.addFrameworkListener(listener);
    }

    @After
    public void listenNoMore() {
        context.removeFrameworkListener(listener);
    }

    @Test
    public void theWhiteboardCanAskForAResourceWhoseBundleIsJustBeingStopped() throws Exception {
        Bundle going = context.installBundle("test:going", GoingBundle.jar());
        going.start();
        await().atMost(GRACE).until(() -> http().get("/api/going").body().equals("complete"));
        ServiceRegistration<?> successor = register(
                GoingResource.class,
                new GoingResource(),
                Map.of(
                        "osgi.jakartars.resource",
                        true,
                        "osgi.jakartars.name",
                        GoingBundle.RESOURCE_NAME,
                        "service.ranking",
                        1));
        await().atMost(GRACE).until(() -> http().get("/api/going").body().equals("incomplete"));
        AtomicInteger asked = new AtomicInteger();
        EventListenerHook beforeAnybodyIsTold = (event, listeners) -> {
            if (event.getType() == ServiceEvent.UNREGISTERING
                    && going.equals(event.getServiceReference().getBundle())
                    && isGoing(event.getServiceReference())) {
                changeTheWhiteboard();
                asked.incrementAndGet();
            }
        };
        ServiceRegistration<?> hook = context.registerService(EventListenerHook.class, beforeAnybodyIsTold, null);
        try {
            going.uninstall();
        } finally {
            hook.unregister();
            successor.unregister();
        }

        assertThat(asked).hasValue(1);
        assertThat(errors).isEmpty();
    }

    /** Returns when the whiteboard has asked for all resources that there are. */
    private void changeTheWhiteboard() {
        publish(ThingResource.class, new ThingResource(), "test.things", "/api/things")
                .unregister();
    }

    private static boolean isGoing(ServiceReference<?> service) {
        return GoingBundle.RESOURCE_NAME.equals(service.getProperty("osgi.jakartars.name"));
    }

    @Test
    public void aServletThatIsSucceededBeforeItIsCalledIsNoFault() {
        AtomicInteger calls = new AtomicInteger();
        ServiceRegistration<?> servlet = register(
                Servlet.class, new Succeeded(calls), Map.of("osgi.http.whiteboard.servlet.pattern", "/succeeded"));
        // what passes the first filter is what the container is told, and logs
        ServiceRegistration<?> first = register(
                Filter.class,
                this::pass,
                Map.of("osgi.http.whiteboard.filter.pattern", "/*", "service.ranking", Integer.MAX_VALUE));
        try {
            await().atMost(GRACE).until(() -> http().get("/succeeded").statusCode() == 200);

            assertThat(calls).hasValue(2);
            assertThat(errors).isEmpty();
        } finally {
            first.unregister();
            servlet.unregister();
        }
    }

    private <T> ServiceRegistration<T> register(Class<T> type, T service, Map<String, ?> properties) {
        return context.registerService(type, service, new Hashtable<>(properties));
    }

    private void pass(ServletRequest request, ServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            chain.doFilter(request, response);
        } catch (ServletException e) {
            errors.add(e);
            throw e;
        }
    }

    /** Has been succeeded when it is called first, and then serves. */
    private static final class Succeeded extends HttpServlet {
        private static final long serialVersionUID = 1L;
        private final transient AtomicInteger calls;

        Succeeded(AtomicInteger calls) {
            this.calls = calls;
        }

        @Override
        protected void service(HttpServletRequest request, HttpServletResponse response)
                throws UnavailableException, IOException {
            if (calls.incrementAndGet() == 1) {
                throw new UnavailableException("this servlet has been succeeded by another");
            }
            response.getWriter().write("served");
        }
    }
}
