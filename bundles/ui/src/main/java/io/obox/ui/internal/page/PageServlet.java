package io.obox.ui.internal.page;

import io.obox.ui.internal.file.ServedFile;
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
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletPattern;

/** The page, at every path that nobody else serves. */
@Component(service = Servlet.class)
@HttpWhiteboardServletPattern("/")
public final class PageServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final String FOLDER = "/page";

    private final transient PageFiles files;
    private final String policy;

    /** Looks at what the bundle holds, and reads no more than how it was built. */
    @Activate
    public PageServlet(BundleContext context, @Reference PageBuild build) {
        this(
                new PageFiles(Collections.list(entries(context.getBundle())).stream()
                        .filter(url -> !url.getPath().endsWith("/"))
                        .collect(Collectors.toMap(PageServlet::path, Function.identity()))),
                build.policy());
    }

    PageServlet(PageFiles files, String policy) {
        this.files = files;
        this.policy = policy;
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
        Optional<ServedFile> file = files.find(path(request));
        if (file.isPresent()) {
            // with "not modified" too: a browser takes the headers of that answer over into what it has kept
            response.setHeader("Content-Security-Policy", policy);
            file.get().send(request, response);
        } else {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        }
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
