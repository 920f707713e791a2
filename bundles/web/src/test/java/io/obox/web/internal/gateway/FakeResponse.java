package io.obox.web.internal.gateway;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Keeps what the gateway answers. */
final class FakeResponse {
    final Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private final ByteArrayOutputStream body = new ByteArrayOutputStream();
    int status = 200;

    String body() {
        return body.toString(StandardCharsets.UTF_8);
    }

    HttpServletResponse build() {
        return (HttpServletResponse) Proxy.newProxyInstance(
                FakeResponse.class.getClassLoader(),
                new Class<?>[] {HttpServletResponse.class},
                (proxy, called, args) -> answer(called.getName(), args == null ? new Object[0] : args));
    }

    private @Nullable Object answer(String called, Object[] args) {
        return switch (called) {
            case "setHeader", "addHeader" -> headers.put(args[0].toString(), args[1].toString());
            case "setContentType" -> headers.put("Content-Type", args[0].toString());
            case "setContentLength" -> headers.put("Content-Length", args[0].toString());
            case "setStatus" -> status((int) args[0]);
            case "setCharacterEncoding" -> null;
            case "isCommitted" -> false;
            case "resetBuffer" -> reset();
            case "getOutputStream" -> out();
            default -> throw new UnsupportedOperationException(called);
        };
    }

    private @Nullable Object status(int given) {
        status = given;
        return null;
    }

    private @Nullable Object reset() {
        body.reset();
        return null;
    }

    private ServletOutputStream out() {
        return new ServletOutputStream() {
            @Override
            public boolean isReady() {
                return true;
            }

            @Override
            public void setWriteListener(WriteListener listener) {
                throw new UnsupportedOperationException();
            }

            @Override
            public void write(int value) {
                body.write(value);
            }
        };
    }
}
