package io.obox.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** The compiler checks null only where a package says that it is to be checked. */
final class NullnessRulesTest {
    @Test
    void everyPackageIsChecked() {
        classes()
                .should(new ArchCondition<>("be in a package that is @NullMarked in its package-info") {
                    @Override
                    public void check(JavaClass item, ConditionEvents events) {
                        boolean marked = item.getPackage()
                                .tryGetPackageInfo()
                                .filter(info -> info.isAnnotatedWith(NullMarked.class))
                                .isPresent();
                        if (!marked) {
                            events.add(SimpleConditionEvent.violated(
                                    item, item.getName() + " is in a package without @NullMarked"));
                        }
                    }
                })
                .check(OBox.CLASSES);
    }
}
