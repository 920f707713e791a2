package io.obox.web.internal.gateway;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.util.Objects;
import org.eclipse.jetty.util.HostPort;
import org.jspecify.annotations.Nullable;

/** A request as the client made it to the proxy that has passed it on. */
final class ForwardedRequest extends HttpServletRequestWrapper {
    private static final int HTTP = 80;
    private static final int HTTPS = 443;
    private final Hop hop;

    ForwardedRequest(HttpServletRequest request, Hop hop) {
        super(request);
        this.hop = hop;
    }

    @Override
    public String getRemoteAddr() {
        return hop.client().getHostAddress();
    }

    @Override
    public String getRemoteHost() {
        return getRemoteAddr();
    }

    @Override
    public boolean isSecure() {
        return getScheme().equalsIgnoreCase("https");
    }

    @Override
    public String getScheme() {
        return Objects.requireNonNullElseGet(hop.scheme(), super::getScheme);
    }

    @Override
    public String getServerName() {
        return hop.host() == null ? super.getServerName() : new HostPort(hop.host()).getHost();
    }

    @Override
    public int getServerPort() {
        return hop.host() == null ? super.getServerPort() : new HostPort(hop.host()).getPort(isSecure() ? HTTPS : HTTP);
    }

    @Override
    public @Nullable String getHeader(String name) {
        return hop.host() != null && name.equalsIgnoreCase("Host") ? hop.host() : super.getHeader(name);
    }

    @Override
    public StringBuffer getRequestURL() {
        String port = getServerPort() == (isSecure() ? HTTPS : HTTP) ? "" : ":" + getServerPort();
        return new StringBuffer(getScheme() + "://" + getServerName() + port + getRequestURI());
    }
}
