package io.obox.web.internal.foreign;

import jakarta.servlet.Filter;
import jakarta.servlet.Servlet;
import java.util.Arrays;
import java.util.Set;
import org.osgi.framework.Bundle;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceReference;
import org.osgi.service.servlet.context.ServletContextHelper;
import org.osgi.service.servlet.whiteboard.HttpWhiteboardConstants;
import org.osgi.service.servlet.whiteboard.Preprocessor;

/** What is no part of OBox, and which of its services the servlet whiteboard would run. */
public final class Foreign {
    /** What a service has that stands in for a servlet of the bundle that registers it. */
    static final String STAND_IN = "obox.stand-in";

    private static final String OWN = "io.obox.";
    private static final String WHITEBOARD = "org.apache.felix.http";
    private static final Set<String> RUN = Set.of(
            Servlet.class.getName(),
            Filter.class.getName(),
            Preprocessor.class.getName(),
            ServletContextHelper.class.getName());

    private Foreign() {}

    /** Whether the whiteboard, left to itself, would run its code on the threads of requests. */
    static boolean runs(ServiceReference<?> service) {
        Bundle provider = service.getBundle();
        return provider != null
                && !isOwn(provider)
                && !isWhiteboard(provider)
                && service.getProperty(STAND_IN) == null
                && (service.getProperty(HttpWhiteboardConstants.HTTP_WHITEBOARD_LISTENER) != null
                        || Arrays.stream((String[]) service.getProperty(Constants.OBJECTCLASS))
                                .anyMatch(RUN::contains));
    }

    /** Whether it is the whiteboard. */
    static boolean isWhiteboard(Bundle bundle) {
        return bundle.getSymbolicName() != null && bundle.getSymbolicName().startsWith(WHITEBOARD);
    }

    /** Whether it is a part of OBox. By the bundle's name: what it serves, and where, a bundle chooses itself. */
    public static boolean isOwn(Bundle bundle) {
        return bundle.getSymbolicName() != null && bundle.getSymbolicName().startsWith(OWN);
    }
}
