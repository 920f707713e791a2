package io.obox.auth.internal.login;

import java.lang.invoke.MethodHandles;
import org.osgi.framework.Bundle;
import org.osgi.framework.FrameworkUtil;

/**
 * A class that says who it is.
 *
 * @param self which only the class itself can make with all its rights
 */
record AskingClass(MethodHandles.Lookup self) {
    /** Whether it is of the bundle with this symbolic name. */
    boolean isOf(String name) {
        // outside of a framework, as in a test, there are no bundles to tell apart
        if (FrameworkUtil.getBundle(AskingClass.class) == null) {
            return true;
        }
        Bundle bundle = FrameworkUtil.getBundle(self.lookupClass());
        return self.hasFullPrivilegeAccess() && bundle != null && name.equals(bundle.getSymbolicName());
    }
}
