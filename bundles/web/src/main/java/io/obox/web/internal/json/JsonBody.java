package io.obox.web.internal.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.InvalidDefinitionException;
import io.obox.problem.Problem;
import io.obox.problem.ProblemException;
import io.obox.web.internal.message.JsonMessage;
import io.obox.web.internal.problem.ProblemDocument;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.ext.MessageBodyReader;
import jakarta.ws.rs.ext.MessageBodyWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;

/** Reads and writes every JSON body. A document is written whole, so that a fault in it can still become a problem. */
@Consumes({MediaType.APPLICATION_JSON, "application/merge-patch+json"})
@Produces({MediaType.APPLICATION_JSON, ProblemDocument.MEDIA_TYPE})
public final class JsonBody implements MessageBodyReader<Object>, MessageBodyWriter<Object> {
    private final ObjectMapper mapper;

    /** With a mapper that is used for nothing else. */
    public JsonBody(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    @Override
    public boolean isReadable(Class<?> type, Type generic, Annotation[] annotations, MediaType media) {
        return isDocument(type) && !InputStream.class.isAssignableFrom(type);
    }

    @Override
    public boolean isWriteable(Class<?> type, Type generic, Annotation[] annotations, MediaType media) {
        return isDocument(type) && !StreamingOutput.class.isAssignableFrom(type);
    }

    private static boolean isDocument(Class<?> type) {
        return type != byte[].class && !CharSequence.class.isAssignableFrom(type);
    }

    @Override
    public Object readFrom(
            Class<Object> type,
            Type generic,
            Annotation[] annotations,
            MediaType media,
            MultivaluedMap<String, String> headers,
            InputStream in)
            throws IOException {
        return read(generic, in);
    }

    /**
     * Reads one document.
     *
     * @throws ProblemException {@code malformed}, {@code validation}
     */
    public Object read(Type type, InputStream in) throws IOException {
        try (JsonParser parser = new NulFreeParser(mapper.createParser(in))) {
            Object body = parser.nextToken() == null
                    ? null
                    : mapper.readerFor(mapper.constructType(type)).readValue(parser);
            if (body == null) {
                throw missing();
            }
            if (parser.nextToken() != null) {
                throw new ProblemException(Problem.malformed(JsonMessage.GOES_ON.with()));
            }
            return body;
        } catch (InvalidDefinitionException e) {
            throw e;
        } catch (JsonProcessingException e) {
            throw JsonFaults.exception(e);
        }
    }

    /** What to throw where there is no body at all. */
    public static ProblemException missing() {
        return new ProblemException(Problem.malformed(JsonMessage.NONE.with()));
    }

    @Override
    public void writeTo(
            Object body,
            Class<?> type,
            Type generic,
            Annotation[] annotations,
            MediaType media,
            MultivaluedMap<String, Object> headers,
            OutputStream out)
            throws IOException {
        byte[] document = mapper.writeValueAsBytes(body);
        headers.putSingle(HttpHeaders.CONTENT_LENGTH, document.length);
        out.write(document);
    }
}
