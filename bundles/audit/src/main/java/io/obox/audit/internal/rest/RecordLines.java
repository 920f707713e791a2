package io.obox.audit.internal.rest;

import io.obox.audit.AuditRecord;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.ext.MessageBodyWriter;
import jakarta.ws.rs.ext.Providers;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.util.Iterator;
import java.util.stream.Stream;

/** Records as JSON Lines: each is the document that it is elsewhere. No Java record, which would be a document itself. */
final class RecordLines implements StreamingOutput {
    static final String MEDIA_TYPE = "application/x-ndjson";

    private static final Annotation[] NONE = {};

    private final Providers providers;
    private final Stream<AuditRecord> records;

    RecordLines(Providers providers, Stream<AuditRecord> records) {
        this.providers = providers;
        this.records = records;
    }

    @Override
    public void write(OutputStream out) throws IOException {
        MessageBodyWriter<AuditRecord> json = providers.getMessageBodyWriter(
                AuditRecord.class, AuditRecord.class, NONE, MediaType.APPLICATION_JSON_TYPE);
        try (records) {
            for (Iterator<AuditRecord> each = records.iterator(); each.hasNext(); ) {
                json.writeTo(
                        each.next(),
                        AuditRecord.class,
                        AuditRecord.class,
                        NONE,
                        MediaType.APPLICATION_JSON_TYPE,
                        new MultivaluedHashMap<>(),
                        out);
                out.write('\n');
            }
        }
    }
}
