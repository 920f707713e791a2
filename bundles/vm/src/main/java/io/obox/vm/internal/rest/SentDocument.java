package io.obox.vm.internal.rest;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.ext.MessageBodyWriter;
import jakarta.ws.rs.ext.Providers;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.annotation.Annotation;

/** Documents as the bytes that are sent. */
final class SentDocument {
    private static final Annotation[] NONE = {};

    private SentDocument() {}

    /** The bytes that the REST application would send for a document. */
    static byte[] bytes(Object document, Providers providers) {
        @SuppressWarnings("unchecked") // the writer was chosen by the type
        Class<Object> type = (Class<Object>) document.getClass();
        MessageBodyWriter<Object> writer =
                providers.getMessageBodyWriter(type, type, NONE, MediaType.APPLICATION_JSON_TYPE);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            writer.writeTo(
                    document, type, type, NONE, MediaType.APPLICATION_JSON_TYPE, new MultivaluedHashMap<>(), out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
