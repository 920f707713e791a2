package io.obox.architecture;

import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.target;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClass;
import java.time.Clock;
import org.junit.jupiter.api.Test;

/** What nodes agree on by time goes by the database's clock, as their own may differ. */
final class ClockRulesTest {
    @Test
    void leasesHostsAndImagesGoByNoNodesClock() {
        noClasses()
                .that()
                .resideInAnyPackage(
                        "io.obox.host.internal..",
                        "io.obox.image.internal..",
                        "io.obox.queue.internal.dispatch",
                        "io.obox.queue.internal.ledger",
                        "io.obox.queue.internal.sweep")
                // ids begin with the time of the node that made them, which is allowed for
                .and()
                .doNotHaveFullyQualifiedName("io.obox.queue.internal.ledger.Aging")
                // times of files are those of the machine that they are on
                .and()
                .doNotHaveFullyQualifiedName("io.obox.image.internal.catalogue.ImageScan")
                .should()
                .accessTargetWhere(target(nameMatching("now"))
                        .and(target(owner(JavaClass.Predicates.resideInAPackage("java.time")))))
                .orShould()
                .accessTargetWhere(target(nameMatching("currentTimeMillis")))
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(Clock.class)
                .check(OBox.CLASSES);
    }
}
