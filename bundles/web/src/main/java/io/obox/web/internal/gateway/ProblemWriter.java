package io.obox.web.internal.gateway;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.obox.web.internal.json.RestJson;
import io.obox.web.internal.problem.Fault;
import io.obox.web.internal.problem.ProblemDocument;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** Writes problems for whatever is no REST resource. */
@Component(service = ProblemWriter.class)
public final class ProblemWriter {
    private final ObjectMapper mapper = RestJson.mapper();

    /** Needs nothing. */
    @Activate
    public ProblemWriter() {}

    /** Sends the problem in the place of what was written so far; nothing can be said any more once that has gone out. */
    public void write(Fault fault, HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (response.isCommitted()) {
            return;
        }
        response.resetBuffer();
        response.setStatus(fault.problem().status());
        fault.headers().forEach(response::setHeader);
        // whoever began to answer may have chosen another one
        response.setCharacterEncoding((String) null);
        response.setContentType(ProblemDocument.MEDIA_TYPE);
        byte[] document = mapper.writeValueAsBytes(ProblemDocument.of(fault.problem(), request.getRequestURI()));
        response.setContentLength(document.length);
        response.getOutputStream().write(document);
    }
}
