package io.obox.shell.internal.output;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.Iterator;
import java.util.stream.Stream;

/** Writes documents in the manner of the REST interface. */
public final class Json {
    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)
            .build();

    private Json() {}

    /** Writes one document. */
    public static void print(PrintStream out, Object document) throws IOException {
        MAPPER.writeValue((OutputStream) out, document);
        out.println();
    }

    /** Writes a list as it comes, so that a long one is never held whole. */
    public static void print(PrintStream out, Stream<?> documents) throws IOException {
        try (JsonGenerator generator = MAPPER.createGenerator((OutputStream) out)) {
            generator.useDefaultPrettyPrinter();
            generator.writeStartArray();
            for (Iterator<?> each = documents.iterator(); each.hasNext(); ) {
                MAPPER.writeValue(generator, each.next());
            }
            generator.writeEndArray();
        }
        out.println();
    }
}
