package io.obox.mail.internal.words;

import io.obox.mail.MailRequest;
import io.obox.mail.MailTemplate;
import io.obox.mail.MailWords;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** The templates that there are, and drafts of mails made from them. */
@Component(service = Templates.class)
public final class Templates {
    private final Site site;

    /** In the order of their rankings, the highest last. */
    @Reference(policy = ReferencePolicy.DYNAMIC, policyOption = ReferencePolicyOption.GREEDY)
    private volatile List<MailTemplate> templates = List.of();

    /** Within the bundle. */
    @Activate
    public Templates(@Reference Site site) {
        this.site = site;
    }

    /** With these alone. */
    public Templates(Site site, List<MailTemplate> templates) {
        this.site = site;
        this.templates = templates;
    }

    /**
     * What is to be sent for a request.
     *
     * @throws IllegalArgumentException if there is no such template, or an argument that it needs is missing
     * @throws io.obox.problem.ProblemException {@code validation} for what is no address
     */
    public Draft draft(MailRequest request) {
        String email = Addresses.checked(request.email());
        MailTemplate template = named(request.template());
        requireArguments(template, request);
        Locale locale = request.locale();
        MailWords words = template.words(locale);
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
        return templates.reversed().stream()
                .filter(template -> template.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no template " + id + " for mails."));
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
