package io.obox.shell.internal.output;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdDelegatingSerializer;
import com.fasterxml.jackson.databind.type.TypeFactory;
import com.fasterxml.jackson.databind.util.LRUMap;
import com.fasterxml.jackson.databind.util.StdConverter;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.obox.problem.FieldError;
import io.obox.problem.Problem;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

/** Writes documents in the manner of the REST interface. */
public final class JsonOutput {
    private JsonOutput() {}

    /** One for each output: it would hold on to the classes of bundles that were replaced. */
    private static ObjectMapper mapper() {
        return JsonMapper.builder()
                .typeFactory(TypeFactory.defaultInstance().withCache(new LRUMap<>(16, 200)))
                .addModule(new JavaTimeModule())
                .addModule(problems())
                .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                .enable(SerializationFeature.INDENT_OUTPUT)
                .disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)
                .build();
    }

    /** Writes one document. */
    public static void print(PrintStream out, Object document) throws IOException {
        mapper().writeValue((OutputStream) out, document);
        out.println();
    }

    /** Writes a list as it comes, so that a long one is never held whole. */
    public static void print(PrintStream out, Stream<?> documents) throws IOException {
        ObjectMapper mapper = mapper();
        try (JsonGenerator generator = mapper.createGenerator((OutputStream) out)) {
            generator.useDefaultPrettyPrinter();
            generator.writeStartArray();
            for (Iterator<?> each = documents.iterator(); each.hasNext(); ) {
                mapper.writeValue(generator, each.next());
            }
            generator.writeEndArray();
        }
        out.println();
    }

    private static SimpleModule problems() {
        return new SimpleModule()
                .addSerializer(
                        new StdDelegatingSerializer(Problem.class, new StdConverter<Problem, Map<String, Object>>() {
                            @Override
                            public Map<String, Object> convert(Problem problem) {
                                return members(problem);
                            }
                        }));
    }

    /** As members of a problem document (RFC 9457); what does not apply is left out. */
    private static Map<String, Object> members(Problem problem) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("type", "urn:obox:problem:" + problem.slug());
        members.put("title", problem.title());
        members.put("status", problem.status());
        members.put("detail", problem.detail());
        if (!problem.errors().isEmpty()) {
            members.put(
                    "errors", problem.errors().stream().map(JsonOutput::members).toList());
        }
        if (problem.remedy() != null) {
            members.put("remedy", problem.remedy());
        }
        if (problem.incident() != null) {
            members.put("incident", problem.incident());
        }
        return members;
    }

    private static Map<String, Object> members(FieldError error) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("pointer", error.pointer());
        members.put("detail", error.detail());
        if (error.code() != null) {
            members.put("code", error.code());
        }
        if (!error.args().isEmpty()) {
            members.put("args", error.args());
        }
        return members;
    }
}
