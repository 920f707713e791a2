package io.obox.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.constructors;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaConstructor;
import com.tngtech.archunit.core.domain.JavaParameter;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What a component is constructed with stays for its life: it may only be what is never replaced while it lives. */
final class ConstructorReferenceRulesTest {
    private static final String ACTIVATE = "org.osgi.service.component.annotations.Activate";
    private static final String REFERENCE = "org.osgi.service.component.annotations.Reference";

    /** Of bundles that can't be replaced in use, and of the framework. */
    private static final List<String> LASTING =
            List.of("io.obox.persistence.", "io.obox.redis.", "io.obox.libvirt.", "org.osgi.", "org.apache.felix.");

    @Test
    void constructorsTakeServicesOfTheirOwnBundleAndOfWhatIsNeverReplaced() {
        constructors()
                .should(new ArchCondition<JavaConstructor>("take only services that can't be replaced under them") {
                    @Override
                    public void check(JavaConstructor constructor, ConditionEvents events) {
                        constructor.getParameters().stream()
                                .filter(p -> p.isAnnotatedWith(REFERENCE) && !lasts(p))
                                .forEach(p -> events.add(SimpleConditionEvent.violated(
                                        constructor,
                                        constructor.getFullName() + " holds on to "
                                                + p.getRawType().getName())));
                    }
                })
                .check(OBox.CLASSES);
    }

    /** Declarative Services look at each constructor with as many parameters, and note as an error a collection
     * where the one that is activated takes one service. */
    @Test
    void noOtherConstructorHasACollectionInThePlaceOfOneReference() {
        constructors()
                .that()
                .areAnnotatedWith(ACTIVATE)
                .should(new ArchCondition<JavaConstructor>("be told from others by the number of parameters") {
                    @Override
                    public void check(JavaConstructor constructor, ConditionEvents events) {
                        constructor.getOwner().getConstructors().stream()
                                .filter(other -> other.getParameters().size()
                                        == constructor.getParameters().size())
                                .filter(other -> mistaken(constructor, other))
                                .forEach(other -> events.add(SimpleConditionEvent.violated(
                                        other, other.getFullName() + " may be taken for the one that is activated")));
                    }
                })
                .check(OBox.CLASSES);
    }

    @Test
    void theReferencesOfConstructorsAreSeen() {
        assertThat(OBox.CLASSES.stream()
                        .flatMap(type -> type.getConstructors().stream())
                        .flatMap(constructor -> constructor.getParameters().stream())
                        .filter(parameter -> parameter.isAnnotatedWith(REFERENCE)))
                .hasSizeGreaterThan(50);
    }

    private static boolean mistaken(JavaConstructor activated, JavaConstructor other) {
        return IntStream.range(0, activated.getParameters().size())
                .filter(i -> activated.getParameters().get(i).isAnnotatedWith(REFERENCE))
                .anyMatch(i -> isCollection(other.getParameters().get(i))
                        && !isCollection(activated.getParameters().get(i)));
    }

    private static boolean isCollection(JavaParameter parameter) {
        return parameter.getRawType().isAssignableTo(Collection.class);
    }

    private static boolean lasts(JavaParameter parameter) {
        String type = parameter.getRawType().getName();
        String owner = parameter.getOwner().getOwner().getPackageName();
        int internal = owner.indexOf(".internal");
        boolean own = internal > 0 && type.startsWith(owner.substring(0, internal) + ".internal.");
        return own || LASTING.stream().anyMatch(type::startsWith);
    }
}
