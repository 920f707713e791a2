package io.obox.web.internal.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.databind.JsonNode;
import io.obox.problem.FieldError;
import io.obox.problem.Problem;
import io.obox.problem.ProblemException;
import io.obox.web.internal.message.HttpMessage;
import io.obox.web.internal.message.JsonMessage;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedHashMap;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.lang.annotation.Annotation;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class JsonBodyTest {
    private final JsonBody body = new JsonBody(RestJson.mapper());

    enum Colour {
        RED,
        GREEN
    }

    record Part(@Nullable Integer size) {}

    record Thing(
            @Nullable String name,
            @Nullable Colour colour,
            @Nullable Integer count,
            @Nullable Boolean on,
            @Nullable List<Part> parts) {}

    record Secret(char[] password) {}

    /** Refuses a value by itself. */
    static final class Picky {
        @JsonSetter
        void setName(@Nullable String name) {
            throw new ProblemException(Problem.stateConflict("It has its name for good."));
        }
    }

    record Written(Instant at, @Nullable String nothing, Colour colour) {}

    @Test
    void readsWhatFits() throws IOException {
        assertThat(read("{\"name\":\"a\",\"colour\":\"RED\",\"count\":3,\"parts\":[{\"size\":1}]}"))
                .isEqualTo(new Thing("a", Colour.RED, 3, null, List.of(new Part(1))));
    }

    @Test
    void pointsToAnUnknownField() {
        assertThat(refused("{\"nme\":1}").errors())
                .containsExactly(FieldError.of("/nme", JsonMessage.NO_SUCH_FIELD.with()));
    }

    @Test
    void pointsIntoLists() {
        assertThat(refused("{\"parts\":[{\"size\":1},{\"size\":\"big\"}]}").errors())
                .containsExactly(FieldError.of("/parts/1/size", JsonMessage.MUST_BE.with(JsonMessage.NUMBER.with())));
    }

    @Test
    void escapesThePointer() {
        assertThat(refused("{\"a/b~c\":1}").errors().getFirst().pointer()).isEqualTo("/a~1b~0c");
    }

    @Test
    void namesTheValuesOfAnEnumeration() {
        assertThat(refused("{\"colour\":\"red\"}").errors())
                .containsExactly(
                        FieldError.of("/colour", JsonMessage.MUST_BE.with(JsonMessage.ONE_OF.with("RED, GREEN"))));
        assertThat(refused("{\"colour\":1}").errors().getFirst().pointer()).isEqualTo("/colour");
    }

    @Test
    void convertsNothing() {
        for (String value : List.of("\"3\"", "3.5", "true", "[]", "99999999999")) {
            assertThat(refused("{\"count\":" + value + "}").errors().getFirst().pointer())
                    .isEqualTo("/count");
        }
        assertThat(refused("{\"name\":5}").errors().getFirst().pointer()).isEqualTo("/name");
        assertThat(refused("{\"on\":\"true\"}").errors().getFirst().pointer()).isEqualTo("/on");
    }

    @Test
    void saysWhereTheJsonBreaks() {
        Problem problem = refused("{\n  \"name\": oops}");

        assertThat(problem.slug()).isEqualTo("malformed");
        assertThat(problem.detail()).contains("line 2, column");
    }

    @Test
    void refusesWhatIsNotOneDocument() {
        for (String text : List.of("", "null", "{} {}", "{\"name\":\"a\",\"name\":\"b\"}")) {
            assertThat(refused(text).slug()).as(text).isEqualTo("malformed");
        }
    }

    @Test
    void saysWhichNameStandsTwice() {
        assertThat(refused("{\"name\":\"a\",\n\"name\":\"b\"}").detail())
                .isEqualTo("The name \"name\" appears twice in the same object of the body at line 2, column 7.");
        assertThat(refused("{\"parts\":[{\"size\":1,\"size\":2}]}").detail()).contains("\"size\" appears twice");
        assertThat(refused(Map.class, "{\"it's\":1,\"it's\":2}").detail()).contains("\"it's\" appears twice");
    }

    @Test
    void refusesTheCharacterThatTheDatabaseCannotKeep() {
        assertThat(refused("{\"name\":\"a\\u0000b\"}").errors())
                .containsExactly(FieldError.of("/name", HttpMessage.NUL.with()));
        assertThat(refused("{\"parts\":[{},{\"a\\u0000\":1}]}")
                        .errors()
                        .getFirst()
                        .pointer())
                .isEqualTo("/parts/1/a\u0000");
        assertThat(refused(Secret.class, "{\"password\":\"a\\u0000b\"}")
                        .errors()
                        .getFirst()
                        .pointer())
                .isEqualTo("/password");
        assertThat(refused(JsonNode.class, "[[\"\\u0000\"]]")
                        .errors()
                        .getFirst()
                        .pointer())
                .isEqualTo("/0/0");
        assertThat(refused(Map.class, "{\"\\u0000\":1}").slug()).isEqualTo("validation");
    }

    @Test
    void tellsWhatASetterRefuses() {
        ProblemException thrown =
                catchThrowableOfType(ProblemException.class, () -> read(Picky.class, bytes("{\"name\":null}")));

        assertThat(thrown.problem()).isEqualTo(Problem.stateConflict("It has its name for good."));
    }

    @Test
    void tellsWhyABodyEndedEarlyWhereverItDid() {
        Problem tooLarge = Problem.of("too-large", "Too large", 413, "The body is too large.");
        for (String start : List.of("", "{", "{\"name\":\"aaa", "{\"parts\":[{\"size\":1},{\"size\":2")) {
            InputStream in = new SequenceInputStream(bytes(start), new InputStream() {
                @Override
                public int read() {
                    throw new ProblemException(tooLarge);
                }
            });

            ProblemException thrown = catchThrowableOfType(ProblemException.class, () -> read(Thing.class, in));

            assertThat(thrown.problem()).as(start).isEqualTo(tooLarge);
        }
    }

    @Test
    void takesNoMoreThanAnyFieldCouldHold() {
        for (String large : List.of(
                "{\"name\":\"" + "a".repeat(132_000) + "\"}",
                "{\"" + "n".repeat(1_100) + "\":1}",
                "{\"parts\":[" + "{},".repeat(60_000) + "{}]}",
                "{\"parts\":[".repeat(20))) {
            assertThat(refused(large).slug()).as(large.substring(0, 12)).isEqualTo("too-large");
        }
    }

    @Test
    void namesNoClasses() {
        assertThat(refused("{\"parts\":{}}").toString())
                .doesNotContain("obox.web")
                .doesNotContain("java.");
    }

    @Test
    void writesTimesNullsAndEnumsAsTheContractSays() throws IOException {
        assertThat(written(new Written(Instant.parse("2026-01-02T03:04:05.5Z"), null, Colour.RED)))
                .isEqualTo("{\"at\":\"2026-01-02T03:04:05.500Z\",\"nothing\":null,\"colour\":\"RED\"}");
    }

    @Test
    void writesAProblemWithinADocumentAsItsDocument() throws IOException {
        assertThat(written(List.of(Problem.stateConflict("It is off."))))
                .isEqualTo("[{\"type\":\"urn:obox:problem:state-conflict\",\"title\":\"Not possible in this state\","
                        + "\"status\":409,\"detail\":\"It is off.\"}]");
    }

    private Object read(String text) throws IOException {
        return read(Thing.class, bytes(text));
    }

    private static InputStream bytes(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    private Object read(Class<?> type, InputStream in) throws IOException {
        return body.readFrom(
                type(type), type, new Annotation[0], MediaType.APPLICATION_JSON_TYPE, new MultivaluedHashMap<>(), in);
    }

    @SuppressWarnings("unchecked")
    private static Class<Object> type(Class<?> type) {
        return (Class<Object>) type;
    }

    private Problem refused(String text) {
        return refused(Thing.class, text);
    }

    private Problem refused(Class<?> type, String text) {
        return catchThrowableOfType(ProblemException.class, () -> read(type, bytes(text)))
                .problem();
    }

    private String written(Object value) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        body.writeTo(
                value,
                value.getClass(),
                value.getClass(),
                new Annotation[0],
                MediaType.APPLICATION_JSON_TYPE,
                new MultivaluedHashMap<>(),
                out);
        return out.toString(StandardCharsets.UTF_8);
    }
}
