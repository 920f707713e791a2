package io.obox.auth.internal.token;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * What the cookies of a session are called. A browser keeps the cookies of a host together whatever the port, so that two
 * installations on one machine would overwrite each other's; the names therefore end in an id of the installation. It is that
 * of the first signing key: made once, and the same on all nodes.
 */
@Component(service = CookieNames.class)
public final class CookieNames {
    private static final int ID_LENGTH = 8;

    private final SigningKeys keys;

    /** Within the bundle. */
    @Activate
    public CookieNames(@Reference SigningKeys keys) {
        this.keys = keys;
    }

    /** The cookie that holds the access token. */
    public String access() {
        return "obox_access_" + installation();
    }

    /** The cookie that holds the refresh token. */
    public String refresh() {
        return "obox_refresh_" + installation();
    }

    /** The cookie by which a browser is known that somebody has logged in from. */
    public String device() {
        return "obox_device_" + installation();
    }

    private String installation() {
        return keys.installation().toString().substring(0, ID_LENGTH);
    }
}
