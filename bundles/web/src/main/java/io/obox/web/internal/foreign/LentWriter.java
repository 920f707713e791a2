package io.obox.web.internal.foreign;

import jakarta.servlet.ServletOutputStream;
import java.io.FilterOutputStream;
import java.io.FilterWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;

/**
 * Writes text into the body of an answer that is lent. It keeps nothing back, and takes no writer of the container, so that a
 * problem can be sent in the place of what was written so far.
 */
final class LentWriter extends FilterWriter {
    private final OutputStream body;

    LentWriter(ServletOutputStream body, String encoding) throws IOException {
        super(new OutputStreamWriter(new Unflushed(body), encoding));
        this.body = body;
    }

    @Override
    public void write(int character) throws IOException {
        super.write(character);
        out.flush();
    }

    @Override
    public void write(char[] characters, int offset, int length) throws IOException {
        super.write(characters, offset, length);
        out.flush();
    }

    @Override
    public void write(String text, int offset, int length) throws IOException {
        super.write(text, offset, length);
        out.flush();
    }

    @Override
    public void flush() throws IOException {
        out.flush();
        body.flush();
    }

    /** What leaves the encoder has not to leave the server at once. */
    private static final class Unflushed extends FilterOutputStream {
        Unflushed(OutputStream body) {
            super(body);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            out.write(bytes, offset, length);
        }

        @Override
        public void flush() {
            // only when the servlet says so
        }
    }
}
