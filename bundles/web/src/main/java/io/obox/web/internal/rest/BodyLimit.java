package io.obox.web.internal.rest;

import io.obox.problem.Problem;
import io.obox.problem.ProblemException;
import io.obox.web.internal.problem.BodyFaults;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Refuses bodies that are too large, announced or not, and says of one that can't be read whose fault it is. */
@PreMatching
final class BodyLimit implements ContainerRequestFilter {
    private final BodyRoom room;

    BodyLimit(BodyRoom room) {
        this.room = room;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        if (request.getLength() <= 0 && request.getHeaderString("Transfer-Encoding") == null) {
            return;
        }
        long most = request.getSecurityContext().getUserPrincipal() == null ? room.mostOfStrangers() : room.most();
        if (request.getLength() > most) {
            throw tooLarge(most);
        }
        request.setEntityStream(new Limited(request.getEntityStream(), most));
    }

    private static ProblemException tooLarge(long most) {
        return new ProblemException(
                Problem.of("too-large", "Too large", 413, "The body is larger than " + most + " bytes.")
                        .withRemedy("Send less at a time."));
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
