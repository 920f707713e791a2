package io.obox.shell.internal.ssh;

import io.obox.shell.internal.command.CommandFailure;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** What a client sends to a line, as long as it is not much: it may be a single line that has to be kept whole. */
final class InputLimit extends FilterInputStream {
    private static final int MOST = 1 << 20;
    private int taken;

    InputLimit(InputStream in) {
        super(in);
    }

    @Override
    public int read() throws IOException {
        int one = super.read();
        count(one < 0 ? 0 : 1);
        return one;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int read = super.read(bytes, offset, length);
        count(Math.max(read, 0));
        return read;
    }

    private void count(int number) {
        taken += number;
        if (taken > MOST) {
            throw new CommandFailure(
                    "More than " + (MOST >> 20) + " MiB was sent. The operator's shell has no such limit.",
                    CommandFailure.FAILED);
        }
    }
}
