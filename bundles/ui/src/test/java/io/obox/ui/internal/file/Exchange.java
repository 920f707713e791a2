package io.obox.ui.internal.file;

import jakarta.servlet.ServletException;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One request and what a servlet answers to it, as far as the servlets of this bundle use them. */
public final class Exchange {
    /** The headers of the answer. */
    public final Map<String, String> answered = new HashMap<>();

    /** The status of the answer. */
    public int status = HttpServletResponse.SC_OK;

    private final String method;
    private final String path;
    private final Map<String, String> headers;
    private @Nullable String info;
    private final ByteArrayOutputStream body = new ByteArrayOutputStream();

    private Exchange(String method, String path, Map<String, String> headers) {
        this.method = method;
        this.path = path;
        this.headers = headers;
    }

    /** Asks for a path. */
    public static Exchange get(HttpServlet servlet, String path, Map<String, String> headers)
            throws ServletException, IOException {
        return of("GET", servlet, path, headers);
    }

    /** Asks a servlet that serves all below a path for what is there. */
    public static Exchange below(HttpServlet servlet, String path, String info) throws ServletException, IOException {
        Exchange exchange = new Exchange("GET", path, Map.of());
        exchange.info = info;
        exchange.talk(servlet);
        return exchange;
    }

    /** Asks for something to be done with a path. */
    public static Exchange of(String method, HttpServlet servlet, String path, Map<String, String> headers)
            throws ServletException, IOException {
        Exchange exchange = new Exchange(method, path, headers);
        exchange.talk(servlet);
        return exchange;
    }

    private void talk(HttpServlet servlet) throws ServletException, IOException {
        servlet.service(
                fake(HttpServletRequest.class, (proxy, called, args) -> ask(called.getName(), args)),
                fake(HttpServletResponse.class, (proxy, called, args) -> answer(called.getName(), args)));
    }

    /** The body of the answer as text. */
    public String body() {
        return body.toString(StandardCharsets.UTF_8);
    }

    private @Nullable Object ask(String called, Object[] args) {
        return switch (called) {
            case "getMethod" -> method;
            case "getServletPath" -> path;
            case "getPathInfo" -> info;
            case "getHeader" -> headers.get((String) args[0]);
            default -> throw new UnsupportedOperationException(called);
        };
    }

    private @Nullable Object answer(String called, Object[] args) {
        switch (called) {
            case "setHeader" -> answered.put((String) args[0], (String) args[1]);
            case "setContentType" -> answered.put("Content-Type", (String) args[0]);
            case "setContentLength" -> answered.put("Content-Length", args[0].toString());
            case "setStatus", "sendError" -> status = (int) args[0];
            case "getOutputStream" -> {
                return new Sink(body);
            }
            default -> throw new UnsupportedOperationException(called);
        }
        return null;
    }

    private static <T> T fake(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }

    private static final class Sink extends ServletOutputStream {
        private final ByteArrayOutputStream target;

        Sink(ByteArrayOutputStream target) {
            this.target = target;
        }

        @Override
        public void write(int b) {
            target.write(b);
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setWriteListener(WriteListener listener) {
            throw new UnsupportedOperationException("setWriteListener");
        }
    }
}
