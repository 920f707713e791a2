package io.obox.shell.internal.output;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.obox.problem.FieldError;
import io.obox.problem.Problem;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JsonOutputTest {
    @Test
    void aProblemIsADocumentAsOfTheRestInterface() throws Exception {
        Problem problem = Problem.validation(List.of(new FieldError("/name", "Too long.")));
        assertThat(printed(problem)).isEqualTo(new ObjectMapper().readTree("""
                {"problem": {
                  "type": "urn:obox:problem:validation",
                  "title": "Invalid values",
                  "status": 422,
                  "detail": "Some values can't be accepted.",
                  "errors": [{"pointer": "/name", "detail": "Too long."}]
                }}"""));
    }

    @Test
    void whatDoesNotApplyIsLeftOut() throws Exception {
        JsonNode document =
                printed(Problem.notFound("VM").withRemedy("Look again.")).get("problem");
        assertThat(document.fieldNames()).toIterable().containsExactly("type", "title", "status", "detail", "remedy");
    }

    private static JsonNode printed(Problem problem) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        JsonOutput.print(new PrintStream(out, true, StandardCharsets.UTF_8), Map.of("problem", problem));
        return new ObjectMapper().readTree(out.toByteArray());
    }
}
