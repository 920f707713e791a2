package io.obox.platform.internal.step;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.obox.platform.internal.proof.Components;
import io.obox.platform.internal.proof.Offer;
import io.obox.platform.internal.proof.Proof;
import io.obox.problem.ProblemException;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.felix.hc.api.execution.HealthCheckExecutor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.runtime.ServiceComponentRuntime;

final class TrialTest {
    private static final Duration SHORT = Duration.ofMillis(200);
    private static final Graces GRACES =
            new Graces(Duration.ofSeconds(10), Duration.ofSeconds(10), Duration.ofSeconds(10), SHORT, SHORT, SHORT);

    private final List<String> calls = new CopyOnWriteArrayList<>();
    private final CountDownLatch released = new CountDownLatch(1);
    private final Bundle successor = fake(Bundle.class, (self, method, arguments) -> {
        calls.add(method.getName());
        return switch (method.getName()) {
            case "getRegisteredServices" -> new ServiceReference<?>[] {service()};
            case "getBundleId" -> 7L;
            default -> null;
        };
    });
    private final Bundle platform = fake(Bundle.class, (self, method, arguments) -> 8L);
    private final ServiceReference<?> service =
            fake(ServiceReference.class, (self, method, arguments) -> switch (method.getName()) {
                case "getBundle" -> successor();
                case "getProperty" ->
                    Constants.OBJECTCLASS.equals(arguments[0]) ? new String[] {Runnable.class.getName()} : null;
                default -> System.identityHashCode(self);
            });

    /** The framework as the platform sees it: where a use of a service ends, that hangs. */
    private final BundleContext context =
            fake(BundleContext.class, (self, method, arguments) -> switch (method.getName()) {
                case "getBundle" -> platform;
                case "getService" -> "the service";
                case "registerService" -> fake(ServiceRegistration.class, (registration, call, nothing) -> null);
                case "ungetService" -> released.await(1, TimeUnit.MINUTES);
                default -> null;
            });

    @AfterEach
    void release() {
        released.countDown();
    }

    @Test
    @Timeout(20)
    void aVersionThatHangsWhereItsLastUseEndsIsRefusedAndStopped() {
        Components none = new Components(fake(ServiceComponentRuntime.class, (self, method, arguments) -> List.of()));
        Proof proof = new Proof(context, none, fake(HealthCheckExecutor.class, (self, method, arguments) -> List.of()));
        Proof.Demand demand = new Proof.Demand("1.0.0", Set.of(), new Offer(Set.of()), List.of());

        assertThatThrownBy(() -> new Trial(context, proof, GRACES).run(successor, demand, Set.of()))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("It took more than");

        assertThat(calls).contains("start", "stop");
    }

    private ServiceReference<?> service() {
        return service;
    }

    private Bundle successor() {
        return successor;
    }

    private static <T> T fake(Class<T> type, InvocationHandler behaviour) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, behaviour));
    }
}
