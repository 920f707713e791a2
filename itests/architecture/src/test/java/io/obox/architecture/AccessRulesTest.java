package io.obox.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import io.obox.user.access.Access;
import io.obox.user.access.Audience;
import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whatever can be called over HTTP under the path of the API declares who may. */
final class AccessRulesTest {
    private static final String HTTP_METHOD = "jakarta.ws.rs.HttpMethod";
    private static final String PATTERN =
            "org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletPattern";

    /** It leads to resources, or to nothing. */
    private static final String ALL_OF_THE_API = "/api/*";

    private static final Pattern SCOPE =
            Pattern.compile("(vms|jobs|images|hosts|profile|events|users|mails|audit|settings):(read|write)");

    @Test
    void everyResourceMethodDeclaresItsAccess() {
        methods()
                .that()
                .areMetaAnnotatedWith(HTTP_METHOD)
                .should()
                .beAnnotatedWith(Access.class)
                .check(OBox.CLASSES);
    }

    @Test
    void everyServletUnderTheApiDeclaresItsAccess() {
        classes()
                .that(DescribedPredicate.describe("are servlets under /api", AccessRulesTest::servesTheApi))
                .should()
                .beAnnotatedWith(Access.class)
                .check(OBox.CLASSES);
    }

    @Test
    void scopesAreOfTheKnownResources() {
        assertThat(declared().map(Access::scope).filter(scope -> !scope.equals(Access.NO_TOKEN)))
                .hasSizeGreaterThan(30)
                .allSatisfy(scope -> assertThat(scope).matches(SCOPE));
    }

    @Test
    void whatServesAnybodyNeedsNoScope() {
        assertThat(declared().filter(access -> access.to() == Audience.ANYBODY))
                .isNotEmpty()
                .allSatisfy(access -> assertThat(access.scope()).isEqualTo(Access.NO_TOKEN));
    }

    private static Stream<Access> declared() {
        return Stream.concat(
                OBox.CLASSES.stream()
                        .flatMap(type -> type.getMethods().stream())
                        .filter(method -> method.isAnnotatedWith(Access.class))
                        .map(JavaMethod::reflect)
                        .map(method -> method.getAnnotation(Access.class)),
                OBox.CLASSES.stream()
                        .filter(type -> type.isAnnotatedWith(Access.class))
                        .map(type -> type.getAnnotationOfType(Access.class)));
    }

    private static boolean servesTheApi(JavaClass type) {
        return type.isAnnotatedWith(PATTERN)
                && Stream.of(type.getAnnotationOfType(PATTERN).get("value").orElseThrow())
                        .flatMap(value -> Arrays.stream((String[]) value))
                        .anyMatch(pattern -> pattern.startsWith("/api") && !pattern.equals(ALL_OF_THE_API));
    }
}
