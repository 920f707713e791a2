package io.obox.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;

import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import org.junit.jupiter.api.Test;

/** How components refer to services that may be replaced under them. */
final class ReferenceRulesTest {
    private static final String REFERENCE = "org.osgi.service.component.annotations.Reference";

    @Test
    void injectedFieldsFollowAReplacement() {
        fields().that()
                .areAnnotatedWith(REFERENCE)
                .should(
                        new ArchCondition<>(
                                "be volatile, dynamic and greedy, so that they change to a successor at once") {
                            @Override
                            public void check(JavaField field, ConditionEvents events) {
                                var reference = field.getAnnotationOfType(REFERENCE);
                                boolean follows = field.getModifiers().contains(JavaModifier.VOLATILE)
                                        && String.valueOf(
                                                        reference.get("policy").orElse(""))
                                                .contains("DYNAMIC")
                                        && String.valueOf(reference
                                                        .get("policyOption")
                                                        .orElse(""))
                                                .contains("GREEDY");
                                if (!follows) {
                                    events.add(SimpleConditionEvent.violated(
                                            field, field.getFullName() + " does not follow"));
                                }
                            }
                        })
                .check(OBox.CLASSES);
    }
}
