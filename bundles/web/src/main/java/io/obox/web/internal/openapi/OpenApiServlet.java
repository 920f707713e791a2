package io.obox.web.internal.openapi;

import io.obox.user.access.Access;
import io.obox.user.access.Audience;
import io.obox.user.access.Whose;
import io.obox.version.EntityTags;
import io.obox.web.internal.gateway.ReadingServlet;
import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletPattern;

/** Serves the OpenAPI document to everybody. */
@Component(service = Servlet.class)
@HttpWhiteboardServletPattern("/api/openapi.json")
@Access(to = Audience.ANYBODY, whose = Whose.NOBODYS)
public final class OpenApiServlet extends ReadingServlet {
    private static final long serialVersionUID = 1L;
    private static final String DOCUMENT = "openapi.json";

    /** It is read when it is asked for, which is seldom. */
    @Activate
    public OpenApiServlet() {}

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        byte[] document = read();
        String tag = tag(document);
        response.setHeader("ETag", tag);
        response.setHeader("Cache-Control", "no-cache");
        String known = request.getHeader("If-None-Match");
        if (known != null && EntityTags.parse(known).name(tag)) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return;
        }
        response.setContentType("application/json");
        response.setContentLength(document.length);
        response.getOutputStream().write(document);
    }

    private static byte[] read() throws IOException {
        try (InputStream in = OpenApiServlet.class.getResourceAsStream(DOCUMENT)) {
            if (in == null) {
                throw new IllegalStateException(DOCUMENT + " is missing in this bundle");
            }
            return in.readAllBytes();
        }
    }

    private static String tag(byte[] document) {
        CRC32 sum = new CRC32();
        sum.update(document);
        return "\"" + Long.toHexString(sum.getValue()) + "\"";
    }
}
