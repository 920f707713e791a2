package io.obox.shell.internal.ssh;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** What a person types, as long as it comes in lines. */
final class LineLimit extends FilterInputStream {
    private static final int LONGEST = 2_048;
    private int typed;

    LineLimit(InputStream in) {
        super(in);
    }

    @Override
    public int read() throws IOException {
        int key = super.read();
        count(key);
        return key;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int read = super.read(bytes, offset, length);
        for (int i = 0; i < read; i++) {
            count(bytes[offset + i]);
        }
        return read;
    }

    private void count(int key) throws IOException {
        typed = key == '\r' || key == '\n' ? 0 : typed + 1;
        if (typed > LONGEST) {
            throw new IOException("A line of more than " + LONGEST + " characters was typed.");
        }
    }
}
