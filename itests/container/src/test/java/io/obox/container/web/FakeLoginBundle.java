package io.obox.container.web;

import io.obox.user.Authenticator;
import io.obox.user.Caller;
import java.io.IOException;
import java.io.InputStream;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;

/** A bundle with the name of the one that authenticates, which alone can issue callers. */
public final class FakeLoginBundle {
    private static final ComponentBundle BUNDLE = new ComponentBundle(
            "io.obox.auth",
            "0.0.0",
            FakeLogin.class,
            "io.obox.user,io.obox.problem",
            "<service><provide interface=\"%s\"/></service>".formatted(Authenticator.class.getName()));

    private FakeLoginBundle() {}

    static InputStream jar() throws IOException {
        return BUNDLE.jar();
    }

    /** An administrator, on a node that has a login of its own, which is left as it was. */
    public static Caller administrator(BundleContext context) throws BundleException, IOException {
        Bundle bundle = context.installBundle("administrator", jar());
        try {
            bundle.start();
            Authenticator login = (Authenticator) context.getService(bundle.getRegisteredServices()[0]);
            return login.authenticate(FakeLogin.ADMINISTRATOR);
        } finally {
            bundle.uninstall();
        }
    }
}
