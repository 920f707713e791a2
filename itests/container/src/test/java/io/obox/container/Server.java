package io.obox.container;

import static org.ops4j.pax.exam.CoreOptions.composite;
import static org.ops4j.pax.exam.CoreOptions.frameworkProperty;
import static org.ops4j.pax.exam.CoreOptions.junitBundles;
import static org.ops4j.pax.exam.CoreOptions.systemPackages;
import static org.ops4j.pax.exam.CoreOptions.systemProperty;

import java.io.IOException;
import java.net.ServerSocket;
import org.ops4j.pax.exam.Option;

/** What every framework under test has: a web server on a port of its own, and what tests are written with. */
public final class Server {
    private static final String PORT = "obox.test.port";

    private Server() {}

    public static Option onFreePort() throws IOException {
        String port = Integer.toString(freePort());
        return composite(
                frameworkProperty("org.ops4j.pax.logging.DefaultServiceLog.level")
                        .value("ERROR"),
                systemProperty(PORT).value(port),
                frameworkProperty("org.osgi.service.http.port").value(port),
                frameworkProperty("org.apache.felix.http.host").value("127.0.0.1"),
                frameworkProperty("org.apache.felix.proxy.load.balancer.connection.enable")
                        .value("true"),
                systemPackages("org.assertj.core.api", "org.awaitility", "org.awaitility.core"),
                junitBundles());
    }

    public static int port() {
        return Integer.getInteger(PORT);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
