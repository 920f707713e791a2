package io.obox.http.internal;

import org.apache.felix.http.jetty.LoadBalancerCustomizerFactory;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.HttpConfiguration;
import org.osgi.service.component.annotations.Component;

/**
 * Takes the place of {@link Admission} while that is configured again, or if it can't be: nothing passes. Without it Jetty's own
 * customizer would stand there, which believes anybody who says for whom they ask.
 */
@Component(service = LoadBalancerCustomizerFactory.class, property = "service.ranking:Integer=500")
public final class ClosedAdmission implements LoadBalancerCustomizerFactory {
    @Override
    public HttpConfiguration.Customizer createCustomizer() {
        return (request, responseHeaders) -> {
            throw new HttpException.RuntimeException(HttpStatus.SERVICE_UNAVAILABLE_503);
        };
    }
}
