package io.obox.mail.internal.templates;

import io.obox.mail.MailTemplate;
import io.obox.mail.MailWords;
import io.obox.mail.internal.message.MailMessage;
import io.obox.mail.internal.templates.ChosenWordsTable.Chosen;
import io.obox.mail.internal.words.Draft;
import io.obox.mail.internal.words.Language;
import io.obox.mail.internal.words.Letter;
import io.obox.mail.internal.words.Site;
import io.obox.mail.internal.words.Templates;
import io.obox.persistence.Transactions;
import io.obox.problem.Problem;
import io.obox.problem.ProblemException;
import io.obox.user.Caller;
import io.obox.version.ExpectedVersion;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Shows administrators the words of mails, and takes others in their place. */
@Component(service = MailTemplates.class)
public final class MailTemplates {
    private final Transactions transactions;
    private final Templates templates;
    private final ChosenWordsTable table;
    private final WordsTrace trace;
    private final Site site;

    /** Within the bundle. */
    @Activate
    public MailTemplates(
            @Reference Transactions transactions,
            @Reference Templates templates,
            @Reference ChosenWordsTable table,
            @Reference WordsTrace trace,
            @Reference Site site) {
        this.transactions = transactions;
        this.templates = templates;
        this.table = table;
        this.trace = trace;
        this.site = site;
    }

    /** All of them by their names. */
    public List<MailTemplateDocument> list(Caller caller) {
        requireAdmin(caller);
        return templates.all().stream()
                .map(template -> document(template, table.all(template.id())))
                .toList();
    }

    /** One of them. */
    public MailTemplateDocument get(Caller caller, String name) {
        requireAdmin(caller);
        return document(template(name), table.all(name));
    }

    /** Takes these words in a language, whatever the template says there, or with null the template's own again. */
    public MailTemplateDocument choose(
            Caller caller, String name, String language, @Nullable MailWordsBody words, ExpectedVersion expected) {
        requireAdmin(caller);
        MailTemplate template = template(name);
        requireLanguage(language);
        MailWords checked = words == null ? null : WordsCheck.checked(words, arguments(template));
        return transactions.sql(connection -> {
            Map<String, Chosen> before = table.lock(name, language);
            expected.check(version(before));
            table.write(name, language, checked, caller.email());
            Chosen old = before.get(language);
            trace.changed(caller, name + " " + language, old == null ? null : old.words(), checked);
            return document(template, table.all(name));
        });
    }

    /** What a mail with these words would look like. */
    public MailPreviewDocument preview(Caller caller, String name, String language, @Nullable MailWordsBody words) {
        requireAdmin(caller);
        MailTemplate template = template(name);
        requireLanguage(language);
        Locale locale = Locale.forLanguageTag(language);
        Draft draft =
                templates.draft(template.example(locale), template, WordsCheck.checked(words, arguments(template)));
        Letter letter = Letter.of(Objects.requireNonNull(draft.content()), draft.subject(), locale, site);
        return new MailPreviewDocument(draft.subject(), letter.text(), letter.html());
    }

    private static MailTemplateDocument document(MailTemplate template, Map<String, Chosen> chosen) {
        return new MailTemplateDocument(
                template.id(),
                List.copyOf(arguments(template)),
                Language.ALL.stream()
                        .map(language -> translation(template, language, chosen.get(language)))
                        .toList(),
                version(chosen));
    }

    private static MailTranslationDocument translation(
            MailTemplate template, String language, @Nullable Chosen chosen) {
        MailWords words = chosen == null ? null : chosen.words();
        return new MailTranslationDocument(
                language,
                MailWordsDocument.of(template.words(Locale.forLanguageTag(language))),
                words == null ? null : MailWordsDocument.of(words));
    }

    /** Each change of a language is one more. */
    private static long version(Map<String, Chosen> chosen) {
        return chosen.values().stream().mapToLong(Chosen::version).sum();
    }

    private static Set<String> arguments(MailTemplate template) {
        Set<String> arguments = new TreeSet<>(template.arguments());
        arguments.add(Templates.RECIPIENT);
        return arguments;
    }

    private MailTemplate template(String name) {
        return templates
                .find(name)
                .orElseThrow(() -> new ProblemException(Problem.notFound(MailMessage.NO_SUCH_TEMPLATE.with(name))));
    }

    private static void requireLanguage(String language) {
        if (!Language.ALL.contains(language)) {
            throw new ProblemException(Problem.notFound(MailMessage.NO_SUCH_LANGUAGE.with(language)));
        }
    }

    private static void requireAdmin(Caller caller) {
        if (!caller.isAdmin()) {
            throw new ProblemException(Problem.forbidden(MailMessage.ADMINS_ONLY.with()));
        }
    }
}
