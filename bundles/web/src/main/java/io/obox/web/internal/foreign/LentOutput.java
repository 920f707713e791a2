package io.obox.web.internal.foreign;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.IOException;

/** The body of an answer that is lent. */
final class LentOutput extends ServletOutputStream {
    private final Loan loan;
    private final ServletOutputStream body;

    LentOutput(Loan loan, ServletOutputStream body) {
        this.loan = loan;
        this.body = body;
    }

    @Override
    public void write(int value) throws IOException {
        loan.check();
        body.write(value);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        loan.check();
        body.write(bytes, offset, length);
    }

    @Override
    public void flush() throws IOException {
        loan.check();
        body.flush();
    }

    @Override
    public void close() throws IOException {
        loan.check();
        body.close();
    }

    @Override
    public boolean isReady() {
        return body.isReady();
    }

    @Override
    public void setWriteListener(WriteListener listener) {
        body.setWriteListener(listener);
    }
}
