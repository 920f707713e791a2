package io.obox.web.internal.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.PatternLayout;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.core.AppenderBase;
import jakarta.servlet.FilterChain;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

/** How the log that OBox comes with shows a request. */
final class LogTest {
    private static final Path CONFIGURATION = Path.of("../../distribution/src/main/conf/logback.xml");

    @Test
    void whatEndedARequestIsLoggedWithItsId() throws Exception {
        Logger log = (Logger) LoggerFactory.getLogger("io.obox.web");
        Lines lines = new Lines();
        lines.start();
        log.addAppender(lines);
        try {
            passTo((request, answer) -> {
                throw new IllegalStateException("It broke.");
            });
        } finally {
            log.detachAppender(lines);
        }

        assertThat(lines.seen).singleElement().asString().contains("[from-a-proxy] incident ");
    }

    @Test
    void anyOtherLineLeavesNoGap() throws Exception {
        LoggingEvent event =
                new LoggingEvent("", new LoggerContext().getLogger("it"), Level.INFO, "It runs.", null, null);
        event.setThreadName("worker");
        event.setMDCPropertyMap(Map.of());

        assertThat(line(event)).contains("[worker] It runs.");
    }

    /** A line that somebody outside ends, colours or turns around could pass for another. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "\r\n",
                "\n",
                "\r",
                "\u001b[31m",
                "\u0085",
                "\u2028",
                "\u202e",
                "\u2066",
                "\u200b",
                "\b",
                "\u0000"
            })
    void whatComesFromOutsideStaysWithinItsLine(String attack) throws Exception {
        LoggingEvent event = new LoggingEvent(
                "", new LoggerContext().getLogger("it"), Level.WARN, "Refused: {}", null, new Object[] {
                    "eve" + attack + "2026-11-26 INFO forged"
                });
        event.setThreadName("worker");
        event.setMDCPropertyMap(Map.of());

        assertThat(line(event)).contains("Refused: eve?").endsWith("forged\n").hasLineCount(1);
        assertThat(line(event).strip()).doesNotContain(attack);
    }

    private static void passTo(FilterChain chain) throws Exception {
        Gateway gateway = new Gateway(
                new Authentication(new FakeAuthenticator()),
                new ProblemWriter(),
                new Requests(),
                KnownNames.of("127.0.0.1", "obox.example"),
                Origins.of(""),
                TrustedProxies.of(""));
        FakeRequest request = FakeRequest.of("GET", "/api/vms")
                .cookie("obox_access_here", "good")
                .header("X-Request-Id", "from-a-proxy");
        gateway.doFilter(request.build(), new FakeResponse().build(), chain);
    }

    private static String line(ILoggingEvent event) {
        PatternLayout layout = new PatternLayout();
        layout.setContext(new LoggerContext());
        layout.setPattern(pattern());
        layout.start();
        return layout.doLayout(event);
    }

    private static String pattern() {
        try {
            return DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(CONFIGURATION.toFile())
                    .getElementsByTagName("pattern")
                    .item(0)
                    .getTextContent();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private static final class Lines extends AppenderBase<ILoggingEvent> {
        final List<String> seen = new ArrayList<>();

        @Override
        protected void append(ILoggingEvent event) {
            seen.add(line(event));
        }
    }
}
