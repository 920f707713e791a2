package io.obox.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import io.obox.job.JobContext;
import io.obox.job.Jobs;
import io.obox.message.Message;
import io.obox.message.MessageTemplate;
import io.obox.problem.FieldError;
import io.obox.problem.FieldValues;
import io.obox.problem.Problem;
import io.obox.problem.ProblemKind;
import io.obox.provisioner.spi.Progress;
import io.obox.provisioner.spi.ProvisionException;
import io.obox.settings.AdminSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the server says to people has a code, and the page says every code in every language. */
final class MessageRulesTest {
    private static final Path TEXTS = Path.of("../../ui/src/locales/server");
    private static final Pattern PLURAL = Pattern.compile("_(one|many|other)$");
    private static final Pattern IN_PATTERN = Pattern.compile("\\{(\\w+)}");
    private static final Pattern IN_TEXT = Pattern.compile("\\{\\{(\\w+)");

    /** Words that stand within texts: no code of their own. */
    private static final String WORDS = "word.";

    /** What settings are called, whose English stands in their definitions. */
    private static final String SETTINGS = "setting.";

    private static final Set<String> TAKE_TEXTS = Stream.of(
                    Problem.class,
                    FieldError.class,
                    FieldValues.class,
                    JobContext.class,
                    Jobs.class,
                    Progress.class,
                    ProvisionException.class,
                    Message.class)
            .map(Class::getName)
            .collect(Collectors.toUnmodifiableSet());

    /** Of those, what a text goes into that people read. */
    private static final Set<String> SAYING = Set.of(
            "<init>",
            "of",
            "malformed",
            "unauthenticated",
            "forbidden",
            "notFound",
            "stateConflict",
            "preconditionFailed",
            "unavailable",
            "rateLimited",
            "withRemedy",
            "refused",
            "read",
            "log",
            "progress",
            "skip",
            "at",
            "plain");

    @ParameterizedTest
    @ValueSource(strings = {"en", "fr"})
    void everyCodeHasATextInEachLanguage(String language) throws IOException {
        Set<String> said = texts(language).keySet().stream()
                .map(key -> PLURAL.matcher(key).replaceAll(""))
                .filter(key -> !key.startsWith(WORDS) && !key.startsWith(SETTINGS))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(said).containsExactlyElementsOf(catalogue().keySet());
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "fr"})
    void everySettingHasANameInEachLanguage(String language) throws IOException {
        Set<String> said = texts(language).keySet().stream()
                .filter(key -> key.startsWith(SETTINGS))
                .filter(key -> !key.endsWith(".hint"))
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> marked = OBox.CLASSES.stream()
                .flatMap(type -> type.tryGetAnnotationOfType(AdminSettings.class).stream())
                .flatMap(MessageRulesTest::names)
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(marked).isNotEmpty();
        assertThat(said).containsExactlyElementsOf(marked);
    }

    private static Stream<String> names(AdminSettings mark) {
        String group = SETTINGS + mark.pid().replace('.', '-') + ".";
        return Stream.concat(
                Stream.of(group + "title"), Stream.of(mark.attributes()).map(name -> group + name + ".label"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "fr"})
    void everyTextTellsTheArgumentsOfItsCode(String language) throws IOException {
        Map<String, String> patterns = catalogue();

        texts(language).forEach((key, text) -> {
            String pattern = patterns.get(PLURAL.matcher(key).replaceAll(""));
            if (pattern != null) {
                assertThat(names(IN_TEXT, text)).as(language + " " + key).isEqualTo(names(IN_PATTERN, pattern));
            }
        });
    }

    @Test
    void nobodySaysAnythingWithoutACode() {
        noClasses()
                .that()
                .resideInAPackage("io.obox..internal..")
                // it speaks to operators, in English
                .and()
                .resideOutsideOfPackage("io.obox.shell..")
                // what foreign code says goes through these
                .and(describe("do not pass on what others say", type -> !PASSING_ON.contains(type.getName())))
                .should()
                .callCodeUnitWhere(describe("a text is said without a code", MessageRulesTest::saysAText))
                .orShould()
                .callConstructorWhere(describe("a text is said without a code", MessageRulesTest::saysAText))
                .check(OBox.CLASSES);
    }

    private static final Set<String> PASSING_ON = Set.of(
            "io.obox.platform.internal.refusal.Refusal",
            "io.obox.queue.internal.LedgerJobs",
            "io.obox.queue.internal.execution.Attempt",
            "io.obox.queue.internal.ledger.StoredMessage",
            "io.obox.vm.internal.jobs.Steps");

    private static boolean saysAText(JavaCall<?> call) {
        JavaClass owner = call.getTargetOwner();
        return TAKE_TEXTS.contains(owner.getName())
                && SAYING.contains(call.getName())
                && !(owner.isEquivalentTo(Message.class) && call.getName().equals("<init>"))
                && takes(call, String.class, List.class)
                && !takes(call, Message.class);
    }

    private static boolean takes(JavaCall<?> call, Class<?>... types) {
        return call.getTarget().getRawParameterTypes().stream()
                .anyMatch(type -> Stream.of(types).anyMatch(type::isEquivalentTo));
    }

    /** The English pattern, or the title, of every code. */
    private static Map<String, String> catalogue() {
        Map<String, String> catalogue = new TreeMap<>();
        constants(MessageTemplate.class).forEach(each -> catalogue.put(each.code(), each.pattern()));
        constants(ProblemKind.class).forEach(each -> catalogue.put("title." + each.slug(), each.title()));
        assertThat(catalogue).hasSizeGreaterThan(200);
        return catalogue;
    }

    private static <T> Stream<T> constants(Class<T> type) {
        return OBox.CLASSES.stream()
                .filter(each -> each.isEnum() && each.isAssignableTo(type))
                .flatMap(each -> Stream.of(each.reflect().getEnumConstants()))
                .map(type::cast);
    }

    private static Map<String, String> texts(String language) throws IOException {
        Map<String, String> texts = new TreeMap<>();
        collect(
                "",
                new ObjectMapper().readTree(TEXTS.resolve(language + ".json").toFile()),
                texts);
        return texts;
    }

    private static void collect(String path, JsonNode node, Map<String, String> texts) {
        if (node.isTextual()) {
            texts.put(path, node.textValue());
        }
        node.properties()
                .forEach(entry -> collect(
                        path.isEmpty() ? entry.getKey() : path + "." + entry.getKey(), entry.getValue(), texts));
    }

    private static Set<String> names(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map((MatchResult found) -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
