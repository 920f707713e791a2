package io.obox.auth.internal.profile;

import static io.obox.auth.internal.Problems.problemOf;
import static org.assertj.core.api.Assertions.assertThat;

import io.obox.auth.internal.AuthKit;
import io.obox.auth.internal.account.Density;
import io.obox.auth.internal.account.Preferences;
import io.obox.auth.internal.account.ProfileContent;
import io.obox.auth.internal.account.Theme;
import io.obox.event.Change;
import io.obox.problem.FieldError;
import io.obox.problem.Problem;
import io.obox.user.Caller;
import io.obox.user.Role;
import io.obox.user.User;
import io.obox.user.UserEvents;
import io.obox.version.ExpectedVersion;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ProfilesTest {
    private final AuthKit kit = new AuthKit();
    private final User ann = kit.account("ann@example.org", Role.USER);
    private final Caller asAnn = AuthKit.caller(ann);

    private ProfileDocument change(UnaryOperator<ProfileContent> change) {
        return kit.profiles.change(asAnn, change, ExpectedVersion.UNSTATED);
    }

    private static UnaryOperator<ProfileContent> language(@Nullable String locale) {
        return old -> new ProfileContent(old.name(), locale, old.preferences());
    }

    private static UnaryOperator<ProfileContent> preferring(Preferences preferences) {
        return old -> new ProfileContent(old.name(), old.locale(), preferences);
    }

    @Test
    void anAccountHasChosenNothingAtFirst() {
        ProfileDocument profile = kit.profiles.get(asAnn);

        assertThat(profile.locale()).isEqualTo("en");
        assertThat(profile.localeChosen()).isFalse();
        assertThat(profile.preferences()).isEqualTo(Preferences.NONE);
    }

    @Test
    void whatWasChosenIsThereOnEveryNode() {
        long before = kit.profiles.get(asAnn).version();
        Preferences chosen = new Preferences(
                Theme.DARK, Density.COMPACT, false, Map.of("vms", List.of("name", "state"), "jobs", List.of("kind")));

        ProfileDocument changed = change(preferring(chosen));

        assertThat(changed.preferences()).isEqualTo(chosen);
        assertThat(changed.version()).isGreaterThan(before);
        assertThat(kit.anotherNode().profiles.get(asAnn)).isEqualTo(changed);
    }

    @Test
    void aChosenLanguageIsTheAccountsAndCanBeLeftToTheBrowserAgain() {
        ProfileDocument french = change(language("fr-ca"));
        assertThat(french.locale()).isEqualTo("fr-CA");
        assertThat(french.localeChosen()).isTrue();
        assertThat(kit.users.get(asAnn, ann.id()).locale()).isEqualTo("fr-CA");

        assertThat(change(language(null)).localeChosen()).isFalse();
    }

    @Test
    void aChangeIsToldToTheOtherPagesOfTheUser() {
        ProfileDocument changed = change(language("fr"));

        assertThat(kit.told).singleElement().satisfies(told -> {
            assertThat(told.topic()).isEqualTo(UserEvents.TOPIC);
            assertThat(told.version()).hasValue(changed.version());
            assertThat(told.values()).containsEntry("locale", "fr");
        });
    }

    @Test
    void whatChangesNothingIsNoChange() {
        ProfileDocument changed = change(language("fr"));
        kit.told.clear();

        assertThat(change(language("fr"))).isEqualTo(changed);
        assertThat(kit.told).isEqualTo(List.<Change<?>>of());
    }

    @Test
    void aChangeIsMadeToTheVersionItIsMeantFor() {
        ExpectedVersion first = ExpectedVersion.of(kit.profiles.get(asAnn).version());
        kit.profiles.change(asAnn, language("fr"), first);

        assertThat(problemOf(() -> kit.profiles.change(asAnn, language("de"), first))
                        .slug())
                .isEqualTo("precondition-failed");
        assertThat(kit.profiles.get(asAnn).locale()).isEqualTo("fr");
    }

    @Test
    void everyFaultIsToldAtItsField() {
        Preferences bad = new Preferences(
                null, null, null, Map.of("vms", Collections.nCopies(51, "no name"), "Not a list", List.of("name")));
        ProfileDocument before = kit.profiles.get(asAnn);

        Problem problem = problemOf(() -> change(old -> new ProfileContent(" ", "not a language", bad)));

        assertThat(problem.slug()).isEqualTo("validation");
        assertThat(problem.errors())
                .extracting(FieldError::pointer)
                .contains(
                        "/name",
                        "/locale",
                        "/preferences/columns",
                        "/preferences/columns/vms",
                        "/preferences/columns/vms/0");
        assertThat(kit.profiles.get(asAnn)).isEqualTo(before);
    }

    @Test
    void aColumnThatIsNullIsAFaultOfTheColumn() {
        Map<String, List<String>> columns = Map.of("vms", Arrays.asList("name", null));

        assertThat(problemOf(() -> change(preferring(new Preferences(null, null, null, columns))))
                        .errors())
                .extracting(FieldError::pointer)
                .containsExactly("/preferences/columns/vms/1");
    }

    @Test
    void aNameAndALanguageCannotBeEmpty() {
        assertThat(problemOf(() -> change(old -> new ProfileContent(null, "", old.preferences())))
                        .errors())
                .extracting(FieldError::pointer)
                .containsExactly("/name", "/locale");
    }
}
