package io.obox.web.internal.gateway;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.obox.problem.Problem;
import io.obox.web.internal.json.RestJson;
import io.obox.web.internal.problem.HttpFaults;
import io.obox.web.internal.problem.ProblemDocument;
import java.nio.ByteBuffer;
import java.util.UUID;
import org.apache.felix.http.jetty.ConnectorFactory;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.LocalConnector;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;

/**
 * What Jetty answers by itself, before any servlet: requests that are no HTTP, or larger than it reads. A connector factory
 * is the one kind of service that is shown Jetty's server; the connector itself is one that nothing connects to.
 */
@Component
public final class JettyErrors implements ConnectorFactory {
    private final ObjectMapper mapper = RestJson.mapper();
    private final Request.Handler handler = this::answer;
    private @Nullable Server server;

    /** Waits for Jetty. */
    @Activate
    public JettyErrors() {}

    @Override
    public synchronized Connector createConnector(Server jetty) {
        server = jetty;
        jetty.setErrorHandler(handler);
        return new LocalConnector(jetty);
    }

    @Deactivate
    synchronized void deactivate() {
        if (server != null && server.getErrorHandler() == handler) {
            server.setErrorHandler(new ErrorHandler());
        }
    }

    private boolean answer(Request request, Response response, Callback callback) throws JsonProcessingException {
        Problem problem = HttpFaults.status(response.getStatus());
        byte[] document = mapper.writeValueAsBytes(ProblemDocument.of(problem, null));
        HttpFields.Mutable headers = response.getHeaders();
        SecurityHeaders.ALWAYS.forEach(headers::put);
        headers.put(RequestId.HEADER, UUID.randomUUID().toString());
        headers.put("Content-Type", ProblemDocument.MEDIA_TYPE);
        headers.put("Content-Length", Integer.toString(document.length));
        response.write(true, ByteBuffer.wrap(document), callback);
        return true;
    }
}
