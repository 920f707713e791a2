package io.obox.embedded.internal;

import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;

/** An address as a service: absent at first, replaced when it changes. */
final class Offer<T> {
    private final BundleContext context;
    private final Class<T> type;
    private @Nullable T offered;
    private @Nullable ServiceRegistration<T> registration;

    Offer(BundleContext context, Class<T> type) {
        this.context = context;
        this.type = type;
    }

    synchronized void set(T address) {
        if (address.equals(offered)) {
            return;
        }
        ServiceRegistration<T> last = registration;
        registration = context.registerService(type, address, null);
        offered = address;
        if (last != null) {
            last.unregister();
        }
    }

    synchronized void withdraw() {
        if (registration != null) {
            registration.unregister();
            registration = null;
            offered = null;
        }
    }
}
