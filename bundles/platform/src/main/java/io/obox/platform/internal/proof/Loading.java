package io.obox.platform.internal.proof;

import java.lang.reflect.Field;
import java.lang.reflect.Method;
import org.osgi.framework.Bundle;
import org.osgi.service.component.ComponentConstants;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.osgi.service.component.runtime.dto.ComponentDescriptionDTO;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Declarative Services at the loading of a bundle's components.
 *
 * <p>Felix SCR disposes of a bundle's components when that stops, but only if loading them has ended. Where one hangs, it keeps
 * them: from then on each configuration that has the name of one ends in an exception, and reaches nobody. There is no public
 * way to have it let go, so this calls what SCR would have called.
 */
record Loading(ServiceComponentRuntime runtime) {
    private static final Logger LOG = LoggerFactory.getLogger(Loading.class);

    /** Disposes of the components of a bundle that is not stopped yet; waits some seconds for each that hangs. */
    void abandon(Bundle bundle) {
        try {
            for (ComponentDescriptionDTO component : runtime.getComponentDescriptionDTOs(bundle)) {
                disposeWithAllOthers(bundle, component.name);
            }
        } catch (ReflectiveOperationException | RuntimeException e) {
            LOG.warn("Until the next start, configurations may not reach the components of {}", bundle, e);
        }
    }

    private void disposeWithAllOthers(Bundle bundle, String component) throws ReflectiveOperationException {
        Field field = runtime.getClass().getDeclaredField("componentRegistry");
        field.setAccessible(true);
        Object registry = field.get(runtime);
        Object holder = registry.getClass()
                .getMethod("getComponentHolder", Bundle.class, String.class)
                .invoke(registry, bundle, component);
        if (holder != null) {
            Object activator = holder.getClass().getMethod("getActivator").invoke(holder);
            Method dispose = activator.getClass().getDeclaredMethod("dispose", int.class);
            dispose.setAccessible(true);
            dispose.invoke(activator, ComponentConstants.DEACTIVATION_REASON_BUNDLE_STOPPED);
        }
    }
}
