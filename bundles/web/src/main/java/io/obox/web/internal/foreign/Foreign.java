package io.obox.web.internal.foreign;

import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceReference;

/** What is no part of OBox. Its servlets are hidden from the whiteboard by the {@code http} bundle, which goes by the same names. */
public final class Foreign {
    /** What a service has that stands in for a servlet of the bundle that registers it; the {@code http} bundle knows it. */
    static final String STAND_IN = "obox.stand-in";

    private static final String OWN = "io.obox.";
    private static final String WHITEBOARD = "org.apache.felix.http";

    private Foreign() {}

    /** Whether the whiteboard, left to itself, would run its code on the threads of requests. */
    static boolean isHidden(ServiceReference<?> service) {
        Bundle provider = service.getBundle();
        return provider != null
                && !isOwn(provider)
                && !isNamed(provider, WHITEBOARD)
                && service.getProperty(STAND_IN) == null;
    }

    /** Whether it is a part of OBox. By the bundle's name: what it serves, and where, a bundle chooses itself. */
    private static boolean isOwn(Bundle bundle) {
        return isNamed(bundle, OWN);
    }

    /** The bundle of a class that is no part of OBox; null of any other, and of what is in no bundle. */
    public static @Nullable Long bundle(Class<?> type) {
        Bundle bundle = FrameworkUtil.getBundle(type);
        return bundle == null || isOwn(bundle) ? null : bundle.getBundleId();
    }

    private static boolean isNamed(Bundle bundle, String beginning) {
        return bundle.getSymbolicName() != null && bundle.getSymbolicName().startsWith(beginning);
    }
}
