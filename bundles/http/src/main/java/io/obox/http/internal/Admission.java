package io.obox.http.internal;

import org.apache.felix.http.jetty.LoadBalancerCustomizerFactory;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Request;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.osgi.service.servlet.whiteboard.Preprocessor;

/** What each request passes before any servlet is looked for. Jetty has it before its port is open. */
@Component(
        service = {LoadBalancerCustomizerFactory.class, Admission.class},
        configurationPid = {Settings.PID, "$"},
        property = "service.ranking:Integer=1000")
public final class Admission implements LoadBalancerCustomizerFactory, HttpConfiguration.Customizer {
    private final Errors errors = new Errors();
    private final Limits limits;
    private final Connections connections;

    /** Without it there is no way to anything that is served. */
    @Reference(
            target = "(obox.gateway=true)",
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile @Nullable Preprocessor gateway;

    /** As configured. */
    @Activate
    public Admission(Settings settings) {
        this.limits = Limits.of(settings);
        this.connections = Connections.of(limits);
    }

    Errors errors() {
        return errors;
    }

    Connections connections() {
        return connections;
    }

    Limits limits() {
        return limits;
    }

    void endSlow() {
        connections.endSlow();
    }

    @Override
    public HttpConfiguration.Customizer createCustomizer() {
        return this;
    }

    @Override
    public Request customize(Request request, HttpFields.Mutable responseHeaders) {
        if (gateway == null) {
            // the first requests may come before the watch has been shown the server
            request.getConnectionMetaData().getConnector().getServer().setErrorHandler(errors);
            throw new HttpException.RuntimeException(HttpStatus.SERVICE_UNAVAILABLE_503);
        }
        return connections.asked(request);
    }
}
