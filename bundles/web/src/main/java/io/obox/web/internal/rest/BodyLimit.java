package io.obox.web.internal.rest;

import io.obox.problem.Problem;
import io.obox.problem.ProblemException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Refuses bodies above one MiB, announced or not. */
@PreMatching
final class BodyLimit implements ContainerRequestFilter {
    static final long MAX_BYTES = 1 << 20;

    @Override
    public void filter(ContainerRequestContext request) {
        if (request.getLength() > MAX_BYTES) {
            throw tooLarge();
        }
        if (request.getLength() < 0 && request.hasEntity()) {
            request.setEntityStream(new Counted(request.getEntityStream()));
        }
    }

    private static ProblemException tooLarge() {
        return new ProblemException(
                Problem.of("too-large", "Too large", 413, "The body is larger than " + MAX_BYTES + " bytes.")
                        .withRemedy("Send less at a time."));
    }

    /** A body whose length is not known beforehand. */
    private static final class Counted extends FilterInputStream {
        private long count;

        Counted(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int read = super.read();
            count(read < 0 ? 0 : 1);
            return read;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int read = super.read(buffer, offset, length);
            count(Math.max(read, 0));
            return read;
        }

        private void count(int read) {
            count += read;
            if (count > MAX_BYTES) {
                throw tooLarge();
            }
        }
    }
}
