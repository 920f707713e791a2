package io.obox.ui.internal;

import io.obox.version.EntityTags;
import jakarta.servlet.Servlet;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URL;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletPattern;

/** The page, at every path that nobody else serves. */
@Component(service = Servlet.class)
@HttpWhiteboardServletPattern("/")
public final class PageServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final String FOLDER = "/page";
    /** Scripts, styles and pictures of this origin; nothing inline, nothing from elsewhere, no frame around it. */
    private static final String POLICY = String.join(
            "; ",
            "default-src 'none'",
            "script-src 'self'",
            "style-src 'self'",
            "img-src 'self'",
            "connect-src 'self'",
            "base-uri 'none'",
            "form-action 'self'",
            "frame-ancestors 'none'");

    private final transient PageFiles files;

    /** Looks at what the bundle holds, and reads nothing yet. */
    @Activate
    public PageServlet(BundleContext context) {
        this(new PageFiles(Collections.list(entries(context.getBundle())).stream()
                .filter(url -> !url.getPath().endsWith("/"))
                .collect(Collectors.toMap(PageServlet::path, Function.identity()))));
    }

    PageServlet(PageFiles files) {
        this.files = files;
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        switch (request.getMethod()) {
            case "GET", "HEAD" -> super.service(request, response);
            default -> {
                response.setHeader("Allow", "GET, HEAD");
                response.sendError(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
            }
        }
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<PageFile> file = files.find(path(request));
        if (file.isPresent()) {
            send(file.get(), request, response);
        } else {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        }
    }

    private static void send(PageFile file, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        boolean gzip = takesGzip(request.getHeader("Accept-Encoding"));
        String tag = file.tag(gzip);
        response.setHeader("Cache-Control", file.cacheControl());
        response.setHeader("ETag", tag);
        response.setHeader("Vary", "Accept-Encoding");
        // with "not modified" too: a browser takes the headers of that answer over into what it has kept
        response.setHeader("Content-Security-Policy", POLICY);
        String known = request.getHeader("If-None-Match");
        if (known != null && EntityTags.parse(known).name(tag)) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return;
        }
        response.setContentType(file.type().text());
        if (gzip) {
            response.setHeader("Content-Encoding", "gzip");
        }
        byte[] content = file.content(gzip);
        response.setContentLength(content.length);
        response.getOutputStream().write(content);
    }

    private static boolean takesGzip(@Nullable String codings) {
        return codings != null && codings.contains("gzip");
    }

    private static String path(HttpServletRequest request) {
        String info = request.getPathInfo();
        return info == null ? request.getServletPath() : request.getServletPath() + info;
    }

    private static String path(URL url) {
        return url.getPath().substring(FOLDER.length());
    }

    private static Enumeration<URL> entries(Bundle bundle) {
        Enumeration<URL> found = bundle.findEntries(FOLDER, "*", true);
        return found == null ? Collections.emptyEnumeration() : found;
    }
}
