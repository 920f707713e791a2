package io.obox.http.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** What is answered before any servlet: to what is no HTTP or larger than it is read, and while nobody serves. */
final class Errors implements Request.Handler {
    private static final String SOON = "2";

    private final ObjectMapper mapper = new ObjectMapper();

    /** A problem, without what depends on the request. */
    private record Kind(String slug, String title, String detail, String remedy) {}

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws JsonProcessingException {
        byte[] document = mapper.writeValueAsBytes(document(response.getStatus()));
        HttpFields.Mutable headers = response.getHeaders();
        headers.put("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
        headers.put("X-Content-Type-Options", "nosniff");
        headers.put("X-Request-Id", UUID.randomUUID().toString());
        headers.put(HttpHeader.CACHE_CONTROL, "no-store");
        headers.put(HttpHeader.CONTENT_TYPE, "application/problem+json");
        headers.put(HttpHeader.CONTENT_LENGTH, document.length);
        if (response.getStatus() == HttpStatus.SERVICE_UNAVAILABLE_503) {
            headers.put(HttpHeader.RETRY_AFTER, SOON);
        }
        response.write(true, ByteBuffer.wrap(document), callback);
        return true;
    }

    private static Map<String, Object> document(int status) {
        Kind kind = kind(status);
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("type", "urn:obox:problem:" + kind.slug());
        document.put("title", kind.title());
        document.put("status", status);
        document.put("detail", kind.detail());
        document.put("remedy", kind.remedy());
        return document;
    }

    private static Kind kind(int status) {
        return switch (status) {
            case HttpStatus.REQUEST_TIMEOUT_408 ->
                new Kind("timeout", "Too slow", "The request did not arrive in time.", "Send it again.");
            case HttpStatus.PAYLOAD_TOO_LARGE_413,
                    HttpStatus.URI_TOO_LONG_414,
                    HttpStatus.REQUEST_HEADER_FIELDS_TOO_LARGE_431 ->
                new Kind("too-large", "Too large", "The request is larger than OBox takes.", "Send less at a time.");
            case HttpStatus.SERVICE_UNAVAILABLE_503 ->
                new Kind(
                        "unavailable",
                        "Temporarily unavailable",
                        "OBox is being started, or a part of it replaced.",
                        "Try again in a few seconds.");
            case HttpStatus.HTTP_VERSION_NOT_SUPPORTED_505 ->
                new Kind(
                        "malformed",
                        "Malformed request",
                        "The request is of an unknown version of HTTP.",
                        "Use HTTP/1.1.");
            default -> other(status);
        };
    }

    private static Kind other(int status) {
        return status >= HttpStatus.INTERNAL_SERVER_ERROR_500
                ? new Kind(
                        "internal",
                        "Internal error",
                        "OBox had an internal error.",
                        "Try again; if it stays, tell the operator.")
                : new Kind(
                        "malformed", "Malformed request", "The request can't be understood.", "Send a valid request.");
    }
}
