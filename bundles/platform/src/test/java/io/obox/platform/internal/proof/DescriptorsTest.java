package io.obox.platform.internal.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import javax.xml.stream.XMLStreamException;
import org.junit.jupiter.api.Test;

final class DescriptorsTest {
    @Test
    void aRankingIsReadAsItIsDeclared() throws Exception {
        assertThat(rankings("", "<property name=\"service.ranking\" type=\"Integer\" value=\"-1000\"/>"))
                .isEqualTo(Map.of("test.component", -1000));
        assertThat(rankings("", "<property name=\"service.ranking\" type=\"Integer\">\n7\n</property>"))
                .isEqualTo(Map.of("test.component", 7));
    }

    @Test
    void whereNoneIsDeclaredItIsZero() throws Exception {
        assertThat(rankings("", "<property name=\"other\" value=\"5\"/>")).isEqualTo(Map.of("test.component", 0));
    }

    @Test
    void aComponentThatTakesNoConfigurationOfItsOwnCanBeGivenNone() throws Exception {
        String ranking = "<property name=\"service.ranking\" type=\"Integer\" value=\"5\"/>";

        assertThat(rankings("configuration-pid=\"io.obox.web\"", ranking)).isEmpty();
        assertThat(rankings("configuration-pid=\"io.obox.web test.component\"", ranking))
                .isEqualTo(Map.of("test.component", 5));
    }

    private static Map<String, Integer> rankings(String attributes, String content) throws XMLStreamException {
        String descriptor = """
                <scr:component xmlns:scr="http://www.osgi.org/xmlns/scr/v1.4.0" name="test.component" %s>
                  <implementation class="test.Component"/>
                  %s
                </scr:component>
                """.formatted(attributes, content);
        Map<String, Integer> rankings = new HashMap<>();
        Descriptors.read(new ByteArrayInputStream(descriptor.getBytes(StandardCharsets.UTF_8)), rankings);
        return rankings;
    }
}
