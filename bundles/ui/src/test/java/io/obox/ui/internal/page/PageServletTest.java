package io.obox.ui.internal.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.obox.ui.internal.file.Exchange;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PageServletTest {
    private static final String DOCUMENT = "<!doctype html>";
    private static final PageBuild BUILD = new PageBuild(built());

    @TempDir
    private Path folder;

    private PageServlet servlet;

    @BeforeEach
    void writeThePage() throws IOException {
        Path document = Files.writeString(folder.resolve("index.html"), DOCUMENT);
        servlet = new PageServlet(
                new PageFiles(Map.of("/index.html", document.toUri().toURL())), BUILD.policy());
    }

    @Test
    void theDocumentComesWithAPolicyThatAllowsNothingInlineButTheMapOfSharedModules() throws Exception {
        Exchange exchange = get("/vms", Map.of());
        assertThat(exchange.body()).isEqualTo(DOCUMENT);
        assertThat(exchange.answered)
                .containsEntry("Content-Type", "text/html; charset=utf-8")
                .containsEntry("Content-Length", Integer.toString(DOCUMENT.length()))
                .extractingByKey("Content-Security-Policy")
                .asString()
                .contains("default-src 'none'", "script-src 'self' 'sha256-AbC='", "font-src 'self'")
                .doesNotContain("unsafe");
    }

    @Test
    void whatTheBrowserHasIsNotSentAgainButKeepsItsPolicy() throws Exception {
        Exchange first = get("/", Map.of());
        Exchange second = get("/", Map.of("If-None-Match", tagOf(first)));
        assertThat(second.status).isEqualTo(304);
        assertThat(second.body()).isEmpty();
        assertThat(second.answered).containsEntry("Content-Security-Policy", policyOf(first));
    }

    @Test
    void aTagIsOneOfThoseThatAreListedOrNone() throws Exception {
        String tag = tagOf(get("/", Map.of()));
        String opaque = tag.substring(1, tag.length() - 1);

        for (String known : List.of("*", "\"other\", W/" + tag, tag + " , \"other\"")) {
            assertThat(get("/", Map.of("If-None-Match", known)).status)
                    .as(known)
                    .isEqualTo(304);
        }
        for (String other : List.of(opaque, "\"x" + opaque + "\"", "\"a" + tag + "b\"", "\"other\" " + tag)) {
            assertThat(get("/", Map.of("If-None-Match", other)).status)
                    .as(other)
                    .isEqualTo(200);
        }
    }

    @Test
    void whoeverUnpacksGetsItPacked() throws Exception {
        Exchange exchange = get("/", Map.of("Accept-Encoding", "gzip, br"));
        assertThat(exchange.answered)
                .containsEntry("Content-Encoding", "gzip")
                .containsEntry("Vary", "Accept-Encoding");
        assertThat(exchange.body()).isNotEqualTo(DOCUMENT);
    }

    @Test
    void aFileThatThereIsNotIsNotFound() throws Exception {
        assertThat(get("/assets/gone.js", Map.of()).status).isEqualTo(404);
    }

    @Test
    void whoeverWritesIsToldThatThisCanOnlyBeRead() throws Exception {
        Exchange exchange = Exchange.of("POST", servlet, "/", Map.of());
        assertThat(exchange.status).isEqualTo(405);
        assertThat(exchange.answered).containsEntry("Allow", "GET, HEAD");
    }

    private static Properties built() {
        Properties said = new Properties();
        said.putAll(Map.of("id", "1a2b", "sdk", "1.0.0", "script", "sha256-AbC="));
        return said;
    }

    private Exchange get(String path, Map<String, String> headers) throws ServletException, IOException {
        return Exchange.get(servlet, path, headers);
    }

    private static String tagOf(Exchange exchange) {
        return exchange.answered.getOrDefault("ETag", "");
    }

    private static String policyOf(Exchange exchange) {
        return exchange.answered.getOrDefault("Content-Security-Policy", "");
    }
}
