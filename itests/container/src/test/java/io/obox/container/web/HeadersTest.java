package io.obox.container.web;

import static io.obox.container.web.Problems.check;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;
import org.osgi.framework.ServiceRegistration;

/** Headers of requests that are not what they should be, and headers of responses. */
public class HeadersTest extends WebTest {
    private static final List<String> GARBAGE =
            List.of("", " ", ";;", "garbage", "4", "\"a", "W/", "*/*;q=2", "a/b/c", ",", "\"", "{}", "=", "\u00e9");
    /** All that OBox reads and that a client may set, but for the media types. */
    private static final List<String> READ = List.of(
            "If-Match",
            "If-None-Match",
            "If-Modified-Since",
            "If-Unmodified-Since",
            "Idempotency-Key",
            "Cookie",
            "Origin",
            "Sec-Fetch-Site",
            "Access-Control-Request-Method",
            "X-Request-Id",
            "X-Forwarded-For",
            "Forwarded",
            "Last-Event-ID",
            "User-Agent",
            "Accept-Encoding",
            "Accept-Language",
            "Range");

    private ServiceRegistration<ThingResource> things;

    @Before
    public void publishThings() {
        things = publish(ThingResource.class, new ThingResource(), "test.things", "/api/things");
    }

    @After
    public void withdrawThings() {
        things.unregister();
    }

    @Test
    public void aBodyOfAnUnreadableMediaTypeIsToldSo() {
        for (String garbage : List.of("", ";;", "garbage", "4", "\"a", "{}", "=")) {
            for (String path : List.of("/api/things", "/api/auth/login")) {
                HttpResponse<String> response = http().send(http().request(path)
                        .setHeader("Content-Type", garbage)
                        .POST(BodyPublishers.ofString("{}")));
                assertThat(check(response, 400, "malformed").path("detail").asText())
                        .as(garbage)
                        .contains("Content-Type");
            }
        }
    }

    @Test
    public void unreadableAcceptedMediaTypesAreToldSo() {
        for (String garbage : List.of(";;", "*/*;q=2", "\"a", "{}", "=")) {
            HttpResponse<String> response =
                    http().send(http().request("/api/things").setHeader("Accept", garbage));
            assertThat(check(response, 400, "malformed").path("detail").asText())
                    .as(garbage)
                    .contains("Accept");
        }
    }

    @Test
    public void noHeaderBreaksAnything() {
        for (String header : READ) {
            for (String garbage : GARBAGE) {
                HttpResponse<String> response =
                        http().send(http().request("/api/things").setHeader(header, garbage));
                assertThat(response.statusCode())
                        .as("%s: %s gives %s", header, garbage, response.body())
                        .isIn(200, 412);
                if (response.statusCode() == 412) {
                    check(response, 412, "precondition-failed");
                }
            }
        }
    }

    @Test
    public void aResourceThatHasTheRestLayerReadAHeaderMeetsNoBug() {
        for (Map.Entry<String, String> header :
                Map.of("If-None-Match", "4", "If-Match", "\"a").entrySet()) {
            check(
                    http().send(http().request("/api/things/conditional")
                            .setHeader(header.getKey(), header.getValue())),
                    400,
                    "malformed");
        }
    }

    @Test
    public void whatIsKnownAlreadyIsNotSentAgain() {
        HttpResponse<String> first = http().get("/api/things");
        String tag = first.headers().firstValue("ETag").orElseThrow();

        assertThat(http().get("/api/things").headers().firstValue("ETag")).hasValue(tag);
        assertThat(http().get("/api/things?limit=3").headers().firstValue("ETag"))
                .isPresent()
                .isNotEqualTo(tag);
        for (String known : List.of(tag, "W/" + tag, "\"1\", " + tag, "*")) {
            HttpResponse<String> again =
                    http().send(http().request("/api/things").header("If-None-Match", known));
            assertThat(again.statusCode()).as(known).isEqualTo(304);
            assertThat(again.body()).isEmpty();
            assertThat(again.headers().firstValue("ETag")).hasValue(tag);
            assertThat(again.headers().firstValue("X-Request-Id")).isPresent();
        }
        assertThat(http().send(http().request("/api/things").header("If-Match", tag))
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    public void theVersionIsTheTag() {
        HttpResponse<String> versioned = http().get("/api/things/versioned");
        HttpResponse<String> again =
                http().send(http().request("/api/things/versioned").header("If-None-Match", "\"7\""));

        assertThat(versioned.headers().firstValue("ETag")).hasValue("\"7\"");
        assertThat(versioned.body()).isEqualTo("{\"name\":\"a\",\"version\":7}");
        assertThat(again.statusCode()).isEqualTo(304);
    }

    @Test
    public void whatMustNotBeKeptIsAlwaysSent() {
        HttpResponse<String> again =
                http().send(http().request("/api/things/passing").header("If-None-Match", "\"7\""));

        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(again.headers().firstValue("ETag")).hasValue("\"7\"");
    }

    @Test
    public void theAddressOfAJobIsThatOfTheContract() {
        HttpResponse<String> response = http().send(http().post("/api/things/work", ""));

        assertThat(response.statusCode()).isEqualTo(202);
        assertThat(response.headers().firstValue("Location")).hasValue("/api/jobs/7");
    }
}
