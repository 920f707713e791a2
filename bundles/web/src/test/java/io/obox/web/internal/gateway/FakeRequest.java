package io.obox.web.internal.gateway;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Proxy;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** As much of a request as the gateway looks at. */
final class FakeRequest {
    private final String method;
    private final String path;
    private final Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private final Map<String, String> cookies = new TreeMap<>();
    private final Map<String, Object> attributes = new TreeMap<>();

    private String address = "192.0.2.7";

    private FakeRequest(String method, String path) {
        this.method = method;
        this.path = path;
    }

    static FakeRequest of(String method, String path) {
        return new FakeRequest(method, path).header("Host", "obox.example:8080");
    }

    FakeRequest header(String name, String value) {
        headers.put(name, value);
        return this;
    }

    FakeRequest cookie(String name, String value) {
        cookies.put(name, value);
        return this;
    }

    FakeRequest from(String peer) {
        address = peer;
        return this;
    }

    HttpServletRequest build() {
        return (HttpServletRequest) Proxy.newProxyInstance(
                FakeRequest.class.getClassLoader(),
                new Class<?>[] {HttpServletRequest.class},
                (proxy, called, args) -> answer(called.getName(), args));
    }

    private @Nullable Object answer(String called, Object @Nullable [] args) {
        return switch (called) {
            case "getMethod" -> method;
            case "getHeader" -> headers.get(first(args));
            case "getHeaders" ->
                Collections.enumeration(Optional.ofNullable(headers.get(first(args))).stream()
                        .flatMap(value -> Arrays.stream(value.split("\n")))
                        .toList());
            case "getRemoteAddr" -> address;
            case "getScheme" -> "http";
            case "getServerPort" -> 8080;
            case "getServerName" -> headers.getOrDefault("Host", "").replaceFirst(":\\d+$", "");
            case "getRequestURI" -> path;
            case "isSecure" -> false;
            case "getAttribute" -> attributes.get(first(args));
            case "setAttribute" -> attributes.put(first(args), second(args));
            case "removeAttribute" -> attributes.remove(first(args));
            case "getServletPath" -> decoded();
            case "getPathInfo" -> null;
            case "getCookies" ->
                cookies.entrySet().stream()
                        .map(c -> new Cookie(c.getKey(), c.getValue()))
                        .toArray(Cookie[]::new);
            default -> throw new UnsupportedOperationException(called);
        };
    }

    private static String first(Object @Nullable [] args) {
        return String.valueOf(args == null ? null : args[0]);
    }

    private static Object second(Object @Nullable [] args) {
        return args == null ? "" : args[1];
    }

    /** As a container would: escapes resolved, parameters gone. */
    private String decoded() {
        return URLDecoder.decode(path, StandardCharsets.UTF_8)
                .replaceAll(";[^/]*", "")
                .toLowerCase(Locale.ROOT);
    }
}
