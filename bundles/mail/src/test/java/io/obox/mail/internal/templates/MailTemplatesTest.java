package io.obox.mail.internal.templates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.obox.audit.AuditEntry;
import io.obox.audit.AuditLog;
import io.obox.mail.MailRequest;
import io.obox.mail.internal.kit.Letters;
import io.obox.mail.internal.outbox.MailTable;
import io.obox.mail.internal.words.Draft;
import io.obox.mail.internal.words.Letter;
import io.obox.mail.internal.words.Site;
import io.obox.mail.internal.words.Templates;
import io.obox.mail.internal.words.TestTemplate;
import io.obox.persistence.Transactions;
import io.obox.persistence.testkit.TestDatabase;
import io.obox.problem.FieldError;
import io.obox.problem.ProblemException;
import io.obox.queue.internal.kit.Callers;
import io.obox.version.ExpectedVersion;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MailTemplatesTest {
    private static final MailWordsBody WORDS =
            new MailWordsBody("For {who}", "Hi {recipient},\n\ngo to {link} soon.", null);

    private final TestDatabase database = TestDatabase.create();
    private final Transactions transactions = database.bundle("io.obox.mail", MailTable.class, List.of());
    private final Site site = new Site("https://obox.example.org");
    private final ChosenWordsTable table = new ChosenWordsTable(transactions);
    private final Templates templates = new Templates(site, List.of(new Letters(), new TestTemplate()), table);
    private final List<AuditEntry> recorded = new ArrayList<>();
    private final MailTemplates mails =
            new MailTemplates(transactions, templates, table, new WordsTrace(recording()), site);

    @AfterEach
    void close() {
        database.close();
    }

    private AuditLog recording() {
        return new AuditLog() {
            @Override
            public void record(AuditEntry entry) {
                recorded.add(entry);
            }

            @Override
            public void recordIndependently(AuditEntry entry) {
                recorded.add(entry);
            }
        };
    }

    @Test
    void mailsSayWhatWasChosenInTheirLanguageAndWhatTheTemplateSaysInOthers() {
        MailTemplateDocument chosen = choose("en", WORDS);

        assertThat(chosen.version()).isEqualTo(1);
        assertThat(letter(Locale.ENGLISH).text())
                .isEqualTo("Hi Ann,\n\ngo to https://obox.example.org/verify?token=a soon.\n");
        assertThat(draft(Locale.GERMAN).subject()).isEqualTo("For Ann");
        assertThat(letter(Locale.FRENCH).text()).startsWith("Bonjour Ann,");
    }

    @Test
    void theWordsOfTheTemplateComeBack() {
        String before = letter(Locale.ENGLISH).text();
        choose("en", WORDS);

        MailTemplateDocument back = mails.choose(Callers.ADMIN, Letters.ID, "en", null, ExpectedVersion.of(1));

        assertThat(letter(Locale.ENGLISH).text()).isEqualTo(before);
        assertThat(back.version()).isEqualTo(2);
        assertThat(back.translations().getFirst().chosen()).isNull();
    }

    @Test
    void whoeverHasSeenAnEarlierVersionIsRefusedInAnyLanguage() {
        choose("en", WORDS);

        assertThatThrownBy(() -> mails.choose(Callers.ADMIN, Letters.ID, "fr", WORDS, ExpectedVersion.of(0)))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().slug()).isEqualTo("precondition-failed"));
    }

    @Test
    void aPreviewIsMadeAsAMailIsAndKeepsNothing() {
        MailPreviewDocument preview = mails.preview(
                Callers.ADMIN,
                TestTemplate.ID,
                "en",
                new MailWordsBody("Try", "Hello {recipient}", "<p title=\"{recipient}\">at {asked}</p>"));

        assertThat(preview.subject()).isEqualTo("Try");
        assertThat(preview.text()).isEqualTo("Hello Ann\n");
        assertThat(preview.html()).contains("<p title=\"Ann\">at ", "UTC</p>");
        assertThat(mails.get(Callers.ADMIN, TestTemplate.ID).version()).isZero();
    }

    @Test
    void whatPeopleAreCalledIsEscapedInTheHtmlThatWasChosen() {
        choose("en", new MailWordsBody("For {who}", "Hi", "<p>{who}</p>"));

        assertThat(letter(request(Locale.ENGLISH).text("who", "<script>{link}")).html())
                .contains("<p>&lt;script&gt;{link}</p>");
    }

    @Test
    void noHeaderBeginsInASubject() {
        choose("en", WORDS);

        assertThat(templates
                        .draft(request(Locale.ENGLISH)
                                .text("who", "Ann\r\nBcc: eve@example.org")
                                .build())
                        .subject())
                .isEqualTo("For Ann Bcc: eve@example.org");
        assertThat(refused(new MailWordsBody("For\r\nBcc: eve@example.org", "x", null)))
                .extracting(FieldError::pointer)
                .containsExactly("/subject");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Hi {recipent}", "Hi {", "Hi }", "Hi {{who}}", "Hi {two words}", "  "})
    void textsThatCanNotBeFilledAreRefused(String text) {
        assertThat(refused(new MailWordsBody("Subject", text, null)))
                .extracting(FieldError::pointer)
                .containsExactly("/text");
    }

    @Test
    void allFaultsAreToldAtOnceWithTheNamesThatThereAre() {
        assertThat(refused(new MailWordsBody("", "{nobody}", "<style>p { color: red }</style>{nothing}")))
                .extracting(FieldError::pointer, FieldError::detail)
                .contains(
                        org.assertj.core.groups.Tuple.tuple("/subject", "Something must stand here."),
                        org.assertj.core.groups.Tuple.tuple(
                                "/text",
                                "There is nothing to put in for nobody. These can be used: link, recipient, until, who."))
                .hasSize(3);
        assertThat(refused(null)).hasSize(2);
        assertThat(refused(new MailWordsBody("x".repeat(201), "x".repeat(20_001), null)))
                .hasSize(2);
    }

    @Test
    void whoChoseWhichWordsIsRecorded() {
        choose("fr", WORDS);

        assertThat(recorded).singleElement().satisfies(entry -> {
            assertThat(entry.action()).isEqualTo("mail-template.change");
            assertThat(entry.objectName()).isEqualTo(Letters.ID + " fr");
            assertThat(entry.changes().getFirst().after()).isEqualTo("For {who}");
        });
    }

    @Test
    void onlyAdministratorsSeeAndChooseThemAndOnlyThoseThatThereAre() {
        assertThatThrownBy(() -> mails.list(Callers.user(new UUID(1, 1)))).hasMessageContaining("Only administrators");
        assertThatThrownBy(() ->
                        mails.choose(Callers.user(new UUID(1, 1)), Letters.ID, "en", WORDS, ExpectedVersion.UNSTATED))
                .hasMessageContaining("Only administrators");
        assertThatThrownBy(() -> mails.get(Callers.ADMIN, "nothing")).hasMessageContaining("no template");
        assertThatThrownBy(() -> choose("de", WORDS)).hasMessageContaining("not written");
        assertThat(mails.list(Callers.ADMIN))
                .extracting(MailTemplateDocument::name)
                .containsExactlyInAnyOrder(Letters.ID, TestTemplate.ID);
    }

    private MailTemplateDocument choose(String language, MailWordsBody words) {
        return mails.choose(Callers.ADMIN, Letters.ID, language, words, ExpectedVersion.UNSTATED);
    }

    private List<FieldError> refused(@Nullable MailWordsBody words) {
        try {
            mails.preview(Callers.ADMIN, Letters.ID, "en", words);
        } catch (ProblemException e) {
            assertThat(e.problem().slug()).isEqualTo("validation");
            return e.problem().errors();
        }
        throw new AssertionError("not refused");
    }

    private static MailRequest.Builder request(Locale locale) {
        return MailRequest.builder(Letters.ID, "ann@example.org")
                .name("Ann")
                .locale(locale)
                .text("who", "Ann")
                .link("link", URI.create("/verify?token=a"))
                .instant("until", Instant.parse("2026-11-26T16:10:00Z"));
    }

    private Draft draft(Locale locale) {
        return templates.draft(request(locale).build());
    }

    private Letter letter(Locale locale) {
        return letter(request(locale));
    }

    private Letter letter(MailRequest.Builder request) {
        Draft draft = templates.draft(request.build());
        return Letter.of(
                Objects.requireNonNull(draft.content()),
                draft.subject(),
                Locale.forLanguageTag(draft.language()),
                site);
    }
}
