package io.obox.web.internal.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.PatternLayout;
import ch.qos.logback.classic.spi.LoggingEvent;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;

/** How the log that OBox comes with shows a request. */
final class LogTest {
    private static final Path CONFIGURATION = Path.of("../../distribution/src/main/conf/logback.xml");

    @Test
    void aLineThatARequestHasCausedHoldsItsId() throws Exception {
        AtomicReference<String> line = new AtomicReference<>("");
        Gateway gateway = new Gateway(
                new Authentication(new FakeAuthenticator()), new ProblemWriter(), new Requests(), Origins.of(""));
        FakeRequest request =
                FakeRequest.of("GET", "/api/vms").cookie("obox_access", "good").header("X-Request-Id", "from-a-proxy");

        gateway.doFilter(
                request.build(),
                new FakeResponse().build(),
                (passed, answer) -> line.set(line(MDC.getCopyOfContextMap())));

        assertThat(line.get()).contains("[worker] [from-a-proxy] It broke.");
    }

    @Test
    void anyOtherLineLeavesNoGap() throws Exception {
        assertThat(line(Map.of())).contains("[worker] It broke.");
    }

    private static String line(Map<String, String> known) {
        LoggerContext context = new LoggerContext();
        PatternLayout layout = new PatternLayout();
        layout.setContext(context);
        layout.setPattern(pattern());
        layout.start();
        LoggingEvent event = new LoggingEvent("", context.getLogger("it"), Level.INFO, "It broke.", null, null);
        event.setThreadName("worker");
        event.setMDCPropertyMap(known);
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
}
