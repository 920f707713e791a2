package io.obox.mail.internal.smtp;

import java.net.InetAddress;

/** How a connection to a mail server is protected. */
enum Security {
    /** Encrypted from the server's greeting on; a server that can't is not written to. */
    STARTTLS(587),
    /** Encrypted from the beginning. */
    TLS(465),
    /** Not at all. */
    NONE(25);

    private final int usualPort;

    Security(int usualPort) {
        this.usualPort = usualPort;
    }

    int usualPort() {
        return usualPort;
    }

    /** Whether nobody in between can read or change what is sent to this machine. Asks no name server. */
    boolean protects(String host) {
        return this != NONE || loopback(host);
    }

    private static boolean loopback(String host) {
        if (host.equalsIgnoreCase("localhost")) {
            return true;
        }
        try {
            return InetAddress.ofLiteral(host).isLoopbackAddress();
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
