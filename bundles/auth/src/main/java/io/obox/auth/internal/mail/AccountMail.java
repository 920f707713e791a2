package io.obox.auth.internal.mail;

import io.obox.mail.MailRequest;
import io.obox.mail.MailTemplate;
import io.obox.mail.MailWords;
import java.net.URI;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The mails about accounts. */
public enum AccountMail implements MailTemplate {
    /** To the address of a new account. */
    VERIFY(Set.of(Names.LINK, Names.UNTIL), "Confirm your e-mail address", """
            Hello,

            an account at OBox was registered with this address. Follow this link to confirm that the address is yours:

            {link}

            The link is good once, until {until}. If you did not register, do nothing: without the link nobody can use the account.
            """, "Confirmez votre adresse e-mail", """
            Bonjour,

            un compte OBox a été créé avec cette adresse. Suivez ce lien pour confirmer que l’adresse est la vôtre\u00a0:

            {link}

            Le lien est valable une fois, jusqu’au {until}. Si vous n’avez pas créé de compte, ne faites rien\u00a0: sans ce lien, personne ne peut utiliser le compte.
            """),
    /** To whoever is invited. */
    INVITATION(
            Set.of(Names.LINK, Names.UNTIL), "You are invited to OBox", """
            Hello,

            an administrator invites you to OBox, and has made an account with this address. Follow this link to choose a password:

            {link}

            The link is good once, until {until}. If you do not know what this is about, do nothing: without the link nobody can use the account.
            """, "Vous êtes invité à utiliser OBox", """
            Bonjour,

            un administrateur vous invite à utiliser OBox et a créé un compte avec cette adresse. Suivez ce lien pour choisir un mot de passe\u00a0:

            {link}

            Le lien est valable une fois, jusqu’au {until}. Si vous ne savez pas de quoi il s’agit, ne faites rien\u00a0: sans ce lien, personne ne peut utiliser le compte.
            """),
    /** To whoever has an account and registers again. */
    ALREADY_REGISTERED(
            Set.of(Names.LOGIN, Names.FORGOT), "You already have an account", """
            Hello,

            somebody wanted an account at OBox with your address. You already have one, so nothing was changed. If it was you, log in:

            {login}

            If you have forgotten your password, you can choose another:

            {forgot}
            """, "Vous avez déjà un compte", """
            Bonjour,

            quelqu’un voulait un compte OBox avec votre adresse. Vous en avez déjà un, rien n’a donc été modifié. Si c’était vous, connectez-vous\u00a0:

            {login}

            Si vous avez oublié votre mot de passe, vous pouvez en choisir un autre\u00a0:

            {forgot}
            """),
    /** To whoever has forgotten the password. */
    RESET(Set.of(Names.LINK, Names.UNTIL), "Choose another password", """
            Hello,

            somebody asked for another password for your account at OBox. If it was you, choose it here:

            {link}

            The link is good once, until {until}. If it was not you, do nothing: your password stays as it is.
            """, "Choisissez un autre mot de passe", """
            Bonjour,

            quelqu’un a demandé un autre mot de passe pour votre compte OBox. Si c’était vous, choisissez-le ici\u00a0:

            {link}

            Le lien est valable une fois, jusqu’au {until}. Si ce n’était pas vous, ne faites rien\u00a0: votre mot de passe reste le même.
            """),
    /** To the present address, where another one is wanted. */
    PRESENT_ADDRESS(
            Set.of(Names.LINK, Names.UNTIL, Names.FORGOT),
            "Change of your e-mail address",
            """
            Hello,

            your account at OBox is to get another e-mail address. Follow this link to agree, and the one in the mail to the new address:

            {link}

            The link is good once, until {until}. If it was not you, somebody knows your password: choose another one.

            {forgot}
            """,
            "Changement de votre adresse e-mail",
            """
            Bonjour,

            votre compte OBox doit recevoir une autre adresse e-mail. Suivez ce lien pour l’accepter, et celui de l’e-mail à la nouvelle adresse\u00a0:

            {link}

            Le lien est valable une fois, jusqu’au {until}. Si ce n’était pas vous, quelqu’un connaît votre mot de passe\u00a0: choisissez-en un autre.

            {forgot}
            """),
    /** To the address that is wanted. */
    NEW_ADDRESS(
            Set.of(Names.LINK, Names.UNTIL),
            "Confirm your new e-mail address",
            """
            Hello,

            an account at OBox is to get this e-mail address. Follow this link to confirm that it is yours, and the one in the mail to the present address:

            {link}

            The link is good once, until {until}. If it was not you, do nothing.
            """,
            "Confirmez votre nouvelle adresse e-mail",
            """
            Bonjour,

            un compte OBox doit recevoir cette adresse e-mail. Suivez ce lien pour confirmer qu’elle est la vôtre, et celui de l’e-mail à l’adresse actuelle\u00a0:

            {link}

            Le lien est valable une fois, jusqu’au {until}. Si ce n’était pas vous, ne faites rien.
            """),
    /** To whom the password was changed. */
    PASSWORD_CHANGED(Set.of(Names.FORGOT), "Your password was changed", """
            Hello,

            the password of your account at OBox was changed, and every other login has ended. If it was not you, choose another password at once:

            {forgot}
            """, "Votre mot de passe a été modifié", """
            Bonjour,

            le mot de passe de votre compte OBox a été modifié, et toutes les autres sessions sont terminées. Si ce n’était pas vous, choisissez tout de suite un autre mot de passe\u00a0:

            {forgot}
            """);

    /** A link that opens something once. */
    static final String LINK = Names.LINK;

    /** Until when it does. */
    static final String UNTIL = Names.UNTIL;

    private static final Map<String, URI> PAGES =
            Map.of(Names.LOGIN, URI.create("/login"), Names.FORGOT, URI.create("/forgot"));

    private final Set<String> arguments;
    private final MailWords english;
    private final MailWords french;

    AccountMail(Set<String> arguments, String subject, String text, String frenchSubject, String frenchText) {
        this.arguments = arguments;
        this.english = MailWords.of(subject, text);
        this.french = MailWords.of(frenchSubject, frenchText);
    }

    @Override
    public String id() {
        return "auth." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Override
    public Set<String> arguments() {
        return arguments;
    }

    /** The arguments that are pages, which are the same in every mail. */
    Map<String, URI> pages() {
        return PAGES.entrySet().stream()
                .filter(page -> arguments.contains(page.getKey()))
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    @Override
    public MailRequest example(Locale locale) {
        MailRequest.Builder request =
                MailRequest.builder(id(), "ann@example.org").name("Ann").locale(locale);
        for (String name : arguments) {
            if (name.equals(Names.UNTIL)) {
                request.instant(name, Instant.now().plus(1, ChronoUnit.DAYS));
            } else {
                request.link(name, URI.create("/" + name));
            }
        }
        return request.build();
    }

    @Override
    public MailWords words(Locale locale) {
        return locale.getLanguage().equals(Locale.FRENCH.getLanguage()) ? french : english;
    }

    /** What arguments are called; apart, because constants are made before what stands below them. */
    private static final class Names {
        static final String LINK = "link";
        static final String UNTIL = "until";
        static final String LOGIN = "login";
        static final String FORGOT = "forgot";
    }
}
