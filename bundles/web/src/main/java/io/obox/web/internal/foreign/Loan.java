package io.obox.web.internal.foreign;

import jakarta.servlet.ServletInputStream;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.BufferedReader;
import java.io.FilterReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.lang.reflect.Proxy;

/**
 * A request and its response in the hands of another bundle. Taken back, both do nothing any more, for the container uses them
 * for others.
 */
final class Loan implements AutoCloseable {
    private final LentRequest request;
    private final LentResponse response;
    private volatile boolean ended;

    Loan(HttpServletRequest request, HttpServletResponse response) {
        this.request = new LentRequest(request);
        this.response = new LentResponse(response);
    }

    HttpServletRequest request() {
        return request;
    }

    HttpServletResponse response() {
        return response;
    }

    /** Fails once it was taken back. */
    void check() throws IOException {
        if (ended) {
            throw new IOException("the request has ended");
        }
    }

    /** Takes both back, unless the servlet has asked to go on with them. */
    @Override
    public void close() {
        if (!request.isAsyncStarted()) {
            ended = true;
            request.setRequest(spent(HttpServletRequest.class));
            response.setResponse(spent(HttpServletResponse.class));
        }
    }

    private static <T> T spent(Class<T> type) {
        ClassLoader loader = Loan.class.getClassLoader();
        return type.cast(Proxy.newProxyInstance(loader, new Class<?>[] {type}, (proxy, method, arguments) -> {
            throw new IllegalStateException("the request has ended");
        }));
    }

    private final class LentRequest extends HttpServletRequestWrapper {
        LentRequest(HttpServletRequest request) {
            super(request);
        }

        @Override
        public ServletInputStream getInputStream() throws IOException {
            return new LentInput(Loan.this, super.getInputStream());
        }

        @Override
        public BufferedReader getReader() throws IOException {
            return new BufferedReader(new FilterReader(super.getReader()) {
                @Override
                public int read(char[] into, int offset, int length) throws IOException {
                    check();
                    return super.read(into, offset, length);
                }
            });
        }
    }

    private final class LentResponse extends HttpServletResponseWrapper {
        LentResponse(HttpServletResponse response) {
            super(response);
        }

        @Override
        public ServletOutputStream getOutputStream() throws IOException {
            return new LentOutput(Loan.this, super.getOutputStream());
        }

        @Override
        public PrintWriter getWriter() throws IOException {
            setCharacterEncoding(getCharacterEncoding());
            return new PrintWriter(new LentWriter(getOutputStream(), getCharacterEncoding()));
        }
    }
}
