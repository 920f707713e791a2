package io.obox.ui.internal.contribution;

import io.obox.ui.internal.file.ServedFile;
import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletPattern;

/** The files of what is contributed: {@code /plugins/<id>/<hash>/<path>}. As public as the page itself. */
@Component(service = Servlet.class)
@HttpWhiteboardServletPattern(ContributionServlet.PATH + "/*")
public final class ContributionServlet extends HttpServlet {
    static final String PATH = "/plugins";
    private static final long serialVersionUID = 1L;
    private static final int PARTS = 4;

    private final transient Contributions contributions;

    /** Within the bundle. */
    @Activate
    public ContributionServlet(@Reference Contributions contributions) {
        this.contributions = contributions;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<ServedFile> file = find(request.getPathInfo());
        if (file.isPresent()) {
            file.get().send(request, response);
        } else {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        }
    }

    private Optional<ServedFile> find(@Nullable String path) {
        String[] parts = path == null ? new String[0] : path.split("/", PARTS);
        return parts.length == PARTS ? contributions.file(parts[1], parts[2], parts[3]) : Optional.empty();
    }
}
