package io.obox.mail.internal.words;

import io.obox.mail.MailRequest;
import io.obox.mail.MailTemplate;
import io.obox.mail.MailWords;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** The templates that there are, and drafts of mails made from them. */
@Component(service = Templates.class)
public final class Templates {
    /** The argument that is always there. */
    public static final String RECIPIENT = "recipient";

    private final Site site;
    private final ChosenWords chosen;

    /** In the order of their rankings, the highest last. */
    @Reference(policy = ReferencePolicy.DYNAMIC, policyOption = ReferencePolicyOption.GREEDY)
    private volatile List<MailTemplate> templates = List.of();

    /** Within the bundle. */
    @Activate
    public Templates(@Reference Site site, @Reference ChosenWords chosen) {
        this.site = site;
        this.chosen = chosen;
    }

    /** With these alone, and other words where somebody chose some. */
    public Templates(Site site, List<MailTemplate> templates, ChosenWords chosen) {
        this(site, chosen);
        this.templates = templates;
    }

    /** All of them by their ids; of several with the same id the one that counts. */
    public List<MailTemplate> all() {
        Map<String, MailTemplate> found = new TreeMap<>();
        templates.forEach(template -> found.put(template.id(), template));
        return List.copyOf(found.values());
    }

    /** The one of this id. */
    public Optional<MailTemplate> find(String id) {
        return templates.reversed().stream()
                .filter(template -> template.id().equals(id))
                .findFirst();
    }

    /**
     * What is to be sent for a request.
     *
     * @throws IllegalArgumentException if there is no such template, or an argument that it needs is missing
     * @throws io.obox.problem.ProblemException {@code validation} for what is no address
     */
    public Draft draft(MailRequest request) {
        MailTemplate template = named(request.template());
        Locale locale = request.locale();
        return draft(
                request,
                template,
                chosen.of(template.id(), Language.of(locale)).orElseGet(() -> template.words(locale)));
    }

    /** The same with other words. */
    public Draft draft(MailRequest request, MailTemplate template, MailWords words) {
        String email = Addresses.checked(request.email());
        requireArguments(template, request);
        Locale locale = request.locale();
        Content content = Content.of(request, words);
        return new Draft(
                template.id(),
                email,
                Lines.one(request.name()),
                locale.toLanguageTag(),
                Letter.subject(words.subject(), content, locale, site),
                content);
    }

    private MailTemplate named(String id) {
        return find(id).orElseThrow(() -> new IllegalArgumentException("There is no template " + id + " for mails."));
    }

    private static void requireArguments(MailTemplate template, MailRequest request) {
        template.arguments().stream()
                .filter(name -> Stream.of(request.texts(), request.links(), request.instants())
                        .noneMatch(given -> given.containsKey(name)))
                .findFirst()
                .ifPresent(missing -> {
                    throw new IllegalArgumentException(template.id() + " is not given its " + missing);
                });
    }
}
