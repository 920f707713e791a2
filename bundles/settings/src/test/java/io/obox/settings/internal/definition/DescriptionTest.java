package io.obox.settings.internal.definition;

import static org.assertj.core.api.Assertions.assertThat;

import io.obox.settings.SettingType;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.felix.metatype.MetaDataReader;
import org.junit.jupiter.api.Test;

class DescriptionTest {
    private static final String DOCUMENT = """
        <metatype:MetaData xmlns:metatype="http://www.osgi.org/xmlns/metatype/v1.2.0">
          <OCD id="x.Settings" name="Post">
            <AD id="host" type="String" name="Host" description="Its name" default="near"/>
            <AD id="port" type="Integer" name="Port" min="0" max="65535" default="25"/>
            <AD id="limit" type="Long" name="Limit" default="1"/>
            <AD id="kind" type="String" name="Kind" default="FAST">
              <Option label="" value="FAST"/><Option label="" value="SLOW"/>
            </AD>
            <AD id="open" type="Boolean" name="Open" default="true"/>
            <AD id="password" type="Password" name="Password" default=""/>
            <AD id="many" type="String" cardinality="2147483647" name="Many"/>
            <AD id="node" type="String" name="Node"/>
          </OCD>
          <Designate pid="io.obox.post"><Object ocdref="x.Settings"/></Designate>
        </metatype:MetaData>""";

    @Test
    void whatIsMarkedIsReadInItsOrderWithItsBoundsAndOptions() throws IOException {
        Definition found = read(new Mark(
                "io.obox.post", List.of("port", "host", "limit", "kind", "open", "password", "many", "missing")));

        assertThat(found.name()).isEqualTo("Post");
        assertThat(found.fields())
                .containsExactly(
                        new Field("port", "Port", "", SettingType.NUMBER, List.of(), 0L, 65_535L, "25"),
                        new Field("host", "Host", "Its name", SettingType.TEXT, List.of(), null, null, "near"),
                        new Field("limit", "Limit", "", SettingType.NUMBER, List.of(), null, null, "1"),
                        new Field("kind", "Kind", "", SettingType.CHOICE, List.of("FAST", "SLOW"), null, null, "FAST"),
                        new Field("open", "Open", "", SettingType.FLAG, List.of(), null, null, "true"),
                        new Field("password", "Password", "", SettingType.SECRET, List.of(), null, null, ""));
    }

    @Test
    void whatIsNotMarkedCanNotBeSet() throws IOException {
        assertThat(read(new Mark("io.obox.post", List.of("host"))).field("node"))
                .isEmpty();
        assertThat(Description.of(new MetaDataReader().parse(document()), new Mark("io.obox.other", List.of("host"))))
                .isEmpty();
    }

    private static Definition read(Mark mark) throws IOException {
        return Description.of(new MetaDataReader().parse(document()), mark).orElseThrow();
    }

    private static ByteArrayInputStream document() {
        return new ByteArrayInputStream(DOCUMENT.getBytes(StandardCharsets.UTF_8));
    }
}
