package io.obox.web.internal.rest;

import io.obox.problem.ProblemException;
import io.obox.problem.StandardProblem;
import io.obox.web.internal.message.HttpMessage;
import io.obox.web.internal.problem.BodyFaults;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Refuses bodies that are too large, announced or not, and says of one that can't be read whose fault it is. */
@PreMatching
final class BodyLimit implements ContainerRequestFilter {
    private static final String CHUNKED = "Transfer-Encoding";

    private final BodyRoom room;

    BodyLimit(BodyRoom room) {
        this.room = room;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        if (request.getLength() > 0 || request.getHeaderString(CHUNKED) != null) {
            boolean stranger = request.getSecurityContext().getUserPrincipal() == null;
            request.setEntityStream(limited(request.getEntityStream(), request.getLength(), room.most(stranger)));
        }
    }

    /** The body of a request, which fails where it is too large. */
    static InputStream limited(HttpServletRequest request, BodyRoom room) throws IOException {
        long length = request.getContentLengthLong();
        return length > 0 || request.getHeader(CHUNKED) != null
                ? limited(request.getInputStream(), length, room.most(request.getUserPrincipal() == null))
                : InputStream.nullInputStream();
    }

    private static InputStream limited(InputStream body, long length, long most) {
        if (length > most) {
            throw tooLarge(most);
        }
        return new Limited(body, most);
    }

    private static ProblemException tooLarge(long most) {
        return new ProblemException(StandardProblem.TOO_LARGE
                .of(HttpMessage.BODY_TOO_LARGE.with(most))
                .withRemedy(HttpMessage.SEND_LESS.with()));
    }

    /** A body whose length may not be known beforehand. */
    private static final class Limited extends FilterInputStream {
        private final long most;
        private long count;

        Limited(InputStream in, long most) {
            super(in);
            this.most = most;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int read = received(buffer, offset, length);
            count += Math.max(read, 0);
            if (count > most) {
                throw tooLarge(most);
            }
            return read;
        }

        private int received(byte[] buffer, int offset, int length) {
            try {
                return super.read(buffer, offset, length);
            } catch (IOException | RuntimeException e) {
                throw BodyFaults.exception(e);
            }
        }
    }
}
