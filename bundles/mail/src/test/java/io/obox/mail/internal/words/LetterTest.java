package io.obox.mail.internal.words;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.obox.mail.MailRequest;
import io.obox.mail.MailTemplate;
import io.obox.mail.MailWords;
import io.obox.mail.internal.kit.Letters;
import io.obox.problem.ProblemException;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LetterTest {
    private static final Site SITE = new Site("https://obox.example.org/");
    private final Templates templates = templates(new Letters());

    private static Templates templates(MailTemplate... templates) {
        return new Templates(SITE, List.of(templates), (template, language) -> Optional.empty());
    }

    private static MailRequest.Builder request() {
        return MailRequest.builder(Letters.ID, "ann@example.org")
                .name("Ann")
                .text("who", "Ann")
                .link("link", URI.create("/verify?token=a&b=c"))
                .instant("until", Instant.parse("2026-11-26T16:10:00Z"));
    }

    private Letter letter(MailRequest.Builder request) {
        Draft draft = templates.draft(request.build());
        return Letter.of(
                Objects.requireNonNull(draft.content()),
                draft.subject(),
                Locale.forLanguageTag(draft.language()),
                SITE);
    }

    @Test
    void linksLeadToTheAddressThatIsSetUp() {
        assertThat(letter(request()).text()).contains("https://obox.example.org/verify?token=a&b=c");
        assertThat(letter(request()).html()).contains("<a href=\"https://obox.example.org/verify?token=a&amp;b=c\">");
    }

    @Test
    void linksIntoTheWebStayAsTheyAreAndOthersAreRefused() {
        assertThat(letter(request().link("link", URI.create("https://example.com/x")))
                        .text())
                .contains("follow https://example.com/x\n");
        assertThatThrownBy(() -> request().link("link", URI.create("javascript:alert(1)")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> request().link("link", URI.create("//evil.example/")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void datesAreWrittenInTheLanguageOfTheRecipient() {
        assertThat(letter(request()).text())
                .contains("before November 26, 2026")
                .contains("UTC.");
        assertThat(letter(request().locale(Locale.FRENCH)).text())
                .contains("Bonjour Ann,")
                .contains("avant le 26 novembre 2026")
                .contains("16:10");
        assertThat(letter(request().locale(Locale.FRENCH)).html()).contains("<html lang=\"fr\">");
    }

    @Test
    void whatPeopleCallThemselvesIsNoHtml() {
        String html =
                letter(request().name("<img src=x onerror='alert(1)'>{link}")).html();

        assertThat(html)
                .contains("&lt;img src=x onerror=&#39;alert(1)&#39;&gt;{link},")
                .doesNotContain("<img");
    }

    @Test
    void whatPeopleCallThemselvesIsOneLineOfSomeLength() {
        Draft draft = templates.draft(request()
                .name("Ann\r\nBcc: eve@example.org")
                .text("who", "x\u2028y\u0085z\u202e" + "w".repeat(500))
                .build());

        assertThat(draft.name()).isEqualTo("Ann Bcc: eve@example.org");
        assertThat(draft.subject()).startsWith("Welcome, x y z w").hasSizeLessThanOrEqualTo(Lines.MAX_LENGTH);
        assertThat(letter(request().name("Ann\n\nBuy")).text()).startsWith("Hello Ann Buy,\n");
    }

    @Test
    void aSubjectHoldsNoLink() {
        MailTemplate telling = new MailTemplate() {
            @Override
            public String id() {
                return Letters.ID;
            }

            @Override
            public Set<String> arguments() {
                return Set.of();
            }

            @Override
            public MailWords words(Locale locale) {
                return MailWords.of("Go to {link}", "text").withHtml("<a title=\"{who}\" href='{link}'>go</a>");
            }
        };
        Templates later = templates(new Letters(), telling);

        Draft draft = later.draft(request().text("who", "\"><b>").build());

        assertThat(draft.subject()).isEqualTo("Go to");
        assertThat(Letter.of(Objects.requireNonNull(draft.content()), "", Locale.ENGLISH, SITE)
                        .html())
                .contains("title=\"&quot;&gt;&lt;b&gt;\" href='https://obox.example.org/verify?token=a&amp;b=c'");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "ann",
                "ann@",
                "ann@example.org\r\nBcc: eve@example.org",
                "ann@example.org,eve@example.org",
                "<ann@example.org>",
                "Ann <ann@example.org>",
                "ann@exa mple.org",
                "änn@example.org"
            })
    void whatIsNoAddressIsRefused(String email) {
        MailRequest request = MailRequest.builder(Letters.ID, email).build();

        assertThatThrownBy(() -> templates.draft(request))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().errors().getFirst().pointer())
                                .isEqualTo("/email"));
    }

    @Test
    void whatATemplateNeedsMustBeGiven() {
        MailRequest request = MailRequest.builder(Letters.ID, "ann@example.org").build();

        assertThatThrownBy(() -> templates.draft(request)).hasMessageContaining("is not given its");
        assertThatThrownBy(() -> templates.draft(
                        MailRequest.builder("test.none", "ann@example.org").build()))
                .hasMessageContaining("There is no template");
    }

    @Test
    void anAddressOfOBoxThatIsNoneIsNotBelieved() {
        assertThat(new Site("javascript:alert(1)").address(URI.create("/x"))).hasToString("http://localhost:8080/x");
        assertThat(new Site("https://example.org/obox/").address(URI.create("/x")))
                .hasToString("https://example.org/obox/x");
    }
}
