package io.obox.http.internal;

import java.lang.management.ManagementFactory;
import javax.management.JMException;
import javax.management.ObjectName;

/** The files, of which connections are some, that the system lets this process open. */
final class OpenFiles {
    private OpenFiles() {}

    /** How many; very many where the system does not tell. */
    static int most() {
        try {
            ObjectName system = new ObjectName(ManagementFactory.OPERATING_SYSTEM_MXBEAN_NAME);
            Object most = ManagementFactory.getPlatformMBeanServer().getAttribute(system, "MaxFileDescriptorCount");
            return most instanceof Long count ? Math.clamp(count, 0, Integer.MAX_VALUE) : Integer.MAX_VALUE;
        } catch (JMException e) {
            return Integer.MAX_VALUE;
        }
    }
}
