package io.obox.platform.internal.proof;

import static org.assertj.core.api.Assertions.assertThat;

import io.obox.platform.internal.message.UpdateMessage;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.runtime.ServiceComponentRuntime;

final class ActivationTest {
    private final List<String> calls = new ArrayList<>();
    private final Components components =
            new Components(fake(ServiceComponentRuntime.class, (self, method, arguments) -> List.of()));
    private boolean broken;
    private final Bundle bundle = fake(Bundle.class, (self, method, arguments) -> services());
    private final ServiceReference<?> service =
            fake(ServiceReference.class, (self, method, arguments) -> switch (method.getName()) {
                case "getBundle" -> bundle();
                case "getProperty" -> "test.component";
                case "equals" -> self == Objects.requireNonNull(arguments)[0];
                default -> System.identityHashCode(self);
            });
    private final BundleContext context = fake(BundleContext.class, (self, method, arguments) -> {
        calls.add(method.getName());
        return method.getName().equals("getService") ? (broken ? null : "the service") : true;
    });

    @Test
    void aServiceIsUsedOnceHoweverOftenItIsLookedAtAndGivenBackAtTheEnd() {
        try (Activation activation = new Activation(context, components)) {
            assertThat(activation.faults(bundle)).isEmpty();
            assertThat(activation.faults(bundle)).isEmpty();
            assertThat(calls).containsExactly("getService");
        }

        assertThat(calls).containsExactly("getService", "ungetService");
    }

    @Test
    void whatCannotBeActivatedIsTriedAgainAndNotGivenBack() {
        broken = true;
        try (Activation activation = new Activation(context, components)) {
            assertThat(activation.faults(bundle)).containsExactly(UpdateMessage.NOT_ACTIVATED.with("test.component"));
            assertThat(activation.faults(bundle)).hasSize(1);
        }

        assertThat(calls).containsExactly("getService", "getService");
    }

    private Bundle bundle() {
        return bundle;
    }

    private ServiceReference<?>[] services() {
        return new ServiceReference<?>[] {service};
    }

    private static <T> T fake(Class<T> type, InvocationHandler behaviour) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, behaviour));
    }
}
