package io.obox.platform.internal.proof;

import io.obox.message.Message;
import io.obox.platform.internal.message.UpdateMessage;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.felix.hc.api.HealthCheck;
import org.apache.felix.hc.api.Result;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceReference;

/** The health checks of a single bundle, which nobody else may see yet. */
public record Checks(BundleContext context) {
    private static final String READY = "ready";
    /** What is unavailable for the time being may be so because nobody can see the bundle. */
    private static final Set<Result.Status> SERIOUS =
            EnumSet.of(Result.Status.CRITICAL, Result.Status.HEALTH_CHECK_ERROR);

    /** What is wrong, in the words of {@link Health}. */
    public List<Message> faults(Bundle bundle) {
        ServiceReference<?>[] services = bundle.getRegisteredServices();
        Stream<ServiceReference<?>> all = services == null ? Stream.of() : Arrays.stream(services);
        return all.filter(Checks::tellsOfReadiness).flatMap(this::fault).toList();
    }

    private Stream<Message> fault(ServiceReference<?> service) {
        if (!(context.getService(service) instanceof HealthCheck check)) {
            return Stream.of();
        }
        try {
            Result result = check.execute();
            return SERIOUS.contains(result.getStatus())
                    ? Stream.of(UpdateMessage.UNHEALTHY.with(
                            String.valueOf(service.getProperty(HealthCheck.NAME)), result.getStatus()))
                    : Stream.of();
        } finally {
            context.ungetService(service);
        }
    }

    private static boolean tellsOfReadiness(ServiceReference<?> service) {
        boolean check = Arrays.asList((String[]) service.getProperty(Constants.OBJECTCLASS))
                .contains(HealthCheck.class.getName());
        Object tags = service.getProperty(HealthCheck.TAGS);
        return check
                && (tags instanceof String[] several ? Arrays.asList(several).contains(READY) : READY.equals(tags));
    }
}
