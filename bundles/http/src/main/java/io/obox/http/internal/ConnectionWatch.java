package io.obox.http.internal;

import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.felix.http.jetty.ConnectorFactory;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.LocalConnector;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.thread.Scheduler;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.servlet.runtime.HttpServiceRuntime;

/**
 * Watches who connects, and looks each second for those who are too slow. A connector factory is the one kind of service
 * that is shown Jetty's server; the connector that it makes is one that nothing connects to.
 */
@Component
public final class ConnectionWatch implements ConnectorFactory {
    private static final long SWEEP_SECONDS = 1;

    private final Admission admission;
    private @Nullable Server server;
    private Scheduler.@Nullable Task sweep;

    /**
     * Waits for Jetty.
     *
     * @param runtime says that it runs: while it starts it takes no connector that listens nowhere
     */
    @Activate
    public ConnectionWatch(@Reference Admission admission, @Reference HttpServiceRuntime runtime) {
        this.admission = admission;
    }

    @Override
    public synchronized Connector createConnector(Server jetty) {
        server = jetty;
        jetty.setErrorHandler(admission.errors());
        Stream.of(jetty.getConnectors()).forEach(this::watch);
        sweepSoon(jetty);
        return new LocalConnector(jetty);
    }

    /** From now on; and whoever has come already. */
    private void watch(Connector connector) {
        connector.addEventListener(admission.connections());
        open(connector).forEach(connection -> {
            connection.addEventListener(admission.connections());
            admission.connections().onOpened(connection);
        });
    }

    /** No longer: connections may stay open for as long as their clients like, and would remember this version. */
    private void unwatch(Connector connector) {
        connector.removeEventListener(admission.connections());
        open(connector).forEach(connection -> connection.removeEventListener(admission.connections()));
    }

    private static Stream<Connection> open(Connector connector) {
        return connector.getConnectedEndPoints().stream()
                .map(EndPoint::getConnection)
                .filter(connection -> connection != null);
    }

    private synchronized void sweepSoon(Server jetty) {
        if (server == jetty) {
            sweep = jetty.getScheduler().schedule(() -> sweep(jetty), SWEEP_SECONDS, TimeUnit.SECONDS);
        }
    }

    private void sweep(Server jetty) {
        try {
            admission.endSlow();
        } finally {
            sweepSoon(jetty);
        }
    }

    @Deactivate
    synchronized void deactivate() {
        Server last = server;
        server = null;
        if (sweep != null) {
            sweep.cancel();
        }
        if (last != null) {
            Stream.of(last.getConnectors()).forEach(this::unwatch);
            if (last.getErrorHandler() == admission.errors()) {
                last.setErrorHandler(new ErrorHandler());
            }
        }
    }
}
