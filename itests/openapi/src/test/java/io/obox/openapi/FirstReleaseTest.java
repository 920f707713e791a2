package io.obox.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** What clients of the first release send and read is still taken and given: the contract only grows. */
final class FirstReleaseTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final Schemas schemas = new Schemas();

    @Test
    void nothingOfItsContractIsGone() throws IOException {
        assertThat(faults(first(), present())).isEmpty();
    }

    @Test
    void whatIsGoneIsFound() throws IOException {
        ObjectNode less = present();
        ((ObjectNode) less.at("/paths/~1api~1vms")).remove("post");
        ((ObjectNode) less.at("/paths/~1api~1jobs/get/parameters/0")).put("name", "other");
        ((ObjectNode) less.at("/components/schemas/Vm/properties")).remove("addresses");
        ((ObjectNode) less.at("/components/schemas/Vm/properties/vcpus")).put("type", "string");

        assertThat(faults(first(), less))
                .contains("/paths//api/vms/post is gone")
                .anyMatch(fault -> fault.startsWith("/paths//api/jobs/get/parameters/"))
                .anyMatch(fault -> fault.endsWith("/properties/addresses is gone"))
                .anyMatch(fault -> fault.endsWith("/properties/vcpus/type was \"integer\" and is \"string\""));
    }

    @Test
    void whatIsDemandedOfARequestAllOfASuddenIsFound() throws IOException {
        ObjectNode more = present();
        ObjectNode parameter = (ObjectNode) more.at("/paths/~1api~1vms/get/parameters/0");
        parameter.put("required", true);
        ObjectNode content =
                (ObjectNode) more.at("/paths/~1api~1auth~1login/post/requestBody/content/application~1json");
        content.putObject("schema").put("type", "object").putArray("required").add("colour");

        assertThat(faults(first(), more))
                .anyMatch(fault -> fault.endsWith(" is required now"))
                .anyMatch(fault -> fault.endsWith(" demands [\"colour\"]"));
    }

    private static List<String> faults(JsonNode before, JsonNode after) {
        return new Growth(before, after).faults();
    }

    private ObjectNode present() throws IOException {
        return (ObjectNode) MAPPER.readTree(Document.of(new Paths(schemas, Operations.ALL), schemas));
    }

    private static JsonNode first() throws IOException {
        try (InputStream in = FirstReleaseTest.class.getResourceAsStream("/release-0.1.0/openapi.json")) {
            return MAPPER.readTree(Objects.requireNonNull(in));
        }
    }
}
