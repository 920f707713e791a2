package io.obox.web.internal.foreign;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import java.io.IOException;

/** The body of a request that is lent. */
final class LentInput extends ServletInputStream {
    private final Loan loan;
    private final ServletInputStream body;

    LentInput(Loan loan, ServletInputStream body) {
        this.loan = loan;
        this.body = body;
    }

    @Override
    public int read() throws IOException {
        loan.check();
        return body.read();
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        loan.check();
        return body.read(into, offset, length);
    }

    @Override
    public boolean isFinished() {
        return body.isFinished();
    }

    @Override
    public boolean isReady() {
        return body.isReady();
    }

    @Override
    public void setReadListener(ReadListener listener) {
        body.setReadListener(listener);
    }
}
