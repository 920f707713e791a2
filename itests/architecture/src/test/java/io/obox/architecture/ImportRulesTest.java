package io.obox.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Who may import whom: what makes each bundle replaceable alone. */
final class ImportRulesTest {
    static final String[] API = {
        "io.obox.vm",
        "io.obox.image",
        "io.obox.image.store",
        "io.obox.host",
        "io.obox.host.access",
        "io.obox.host.placement",
        "io.obox.job",
        "io.obox.user",
        "io.obox.user.access",
        "io.obox.event",
        "io.obox.message",
        "io.obox.problem",
        "io.obox.page",
        "io.obox.version",
        "io.obox.persistence",
        "io.obox.persistence.sql",
        "io.obox.redis",
        "io.obox.lifecycle",
        "io.obox.mail",
        "io.obox.ui"
    };

    @Test
    void apiKnowsOnlyTheJdkAndOsgi() {
        classes()
                .that()
                .resideInAnyPackage(API)
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(API)
                        .or(resideInAnyPackage("java..", "org.osgi..", "org.jspecify..", "jakarta.persistence.."))
                        .or(resideInAnyPackage("io.obox.provisioner.spi")))
                .check(OBox.CLASSES);
    }

    @Test
    void onlyTheWayToHostsKnowsProvisioners() {
        noClasses()
                .that()
                .resideInAnyPackage(API)
                .and()
                .resideOutsideOfPackage("io.obox.host.access")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.obox.provisioner..")
                .check(OBox.CLASSES);
    }

    @Test
    void onlyTransactionsKnowEntities() {
        noClasses()
                .that()
                .resideInAnyPackage(API)
                .and()
                .resideOutsideOfPackage("io.obox.persistence")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("jakarta.persistence..")
                .check(OBox.CLASSES);
    }

    @Test
    void spiKnowsOnlyVmsImagesAndMessages() {
        classes()
                .that()
                .resideInAPackage("io.obox.provisioner.spi")
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(
                        "io.obox.provisioner.spi",
                        "io.obox.vm",
                        "io.obox.image",
                        "io.obox.message",
                        "java..",
                        "org.osgi..",
                        "org.jspecify.."))
                .check(OBox.CLASSES);
    }

    @Test
    void provisionersKnowOnlyTheirSpi() {
        noClasses()
                .that()
                .resideInAPackage("io.obox.provisioner.*.internal..")
                .should()
                .dependOnClassesThat(resideInAnyPackage("io.obox..")
                        .and(not(resideInAnyPackage(
                                "io.obox.provisioner..",
                                "io.obox.libvirt",
                                "io.obox.vm",
                                "io.obox.image",
                                "io.obox.message"))))
                .check(OBox.CLASSES);
    }

    @Test
    void internalsStayInTheirBundle() {
        classes()
                .that()
                .resideInAPackage("io.obox..internal..")
                .should(new ArchCondition<>("be used within their own bundle only") {
                    @Override
                    public void check(JavaClass item, ConditionEvents events) {
                        item.getDirectDependenciesToSelf().stream()
                                .filter(d -> !bundle(d.getOriginClass()).equals(bundle(item)))
                                .forEach(d -> events.add(SimpleConditionEvent.violated(item, d.getDescription())));
                    }
                })
                .check(OBox.CLASSES);
    }

    @Test
    void internalsAreNotExported() {
        noClasses()
                .that()
                .resideInAPackage("..internal..")
                .should()
                .beAnnotatedWith("org.osgi.annotation.bundle.Export")
                .check(OBox.CLASSES);
    }

    @Test
    void packagesHaveNoCycles() {
        slices().assignedFrom(new PackageSlices()).should().beFreeOfCycles().check(OBox.CLASSES);
    }

    @Test
    void onlyTheLibvirtBackendKnowsLibvirt() {
        noClasses()
                .that()
                .resideOutsideOfPackages("io.obox.libvirt", "io.obox.provisioner.libvirt..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.obox.libvirt", "org.libvirt..", "com.sun.jna..")
                .check(OBox.CLASSES);
    }

    /** JNA keeps the classes that it has looked at for as long as it lives itself. */
    @Test
    void whatJnaLooksAtIsNeverReplaced() {
        noClasses()
                .that()
                .resideOutsideOfPackage("io.obox.libvirt")
                .should()
                .beAssignableTo(resideInAPackage("com.sun.jna.."))
                .orShould()
                .beAssignableTo(resideInAPackage("org.libvirt.jna.."))
                .check(OBox.CLASSES);
    }

    @Test
    void onlyPersistenceKnowsThePoolAndTheMigrations() {
        noClasses()
                .that()
                .resideOutsideOfPackage("io.obox.persistence..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("com.zaxxer..", "org.flywaydb..", "org.postgresql..")
                .check(OBox.CLASSES);
    }

    @Test
    void nobodyTracksServicesByHand() {
        noClasses()
                .should()
                .implement("org.osgi.framework.BundleActivator")
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("org.osgi.util.tracker.ServiceTracker")
                .check(OBox.CLASSES);
    }

    /** The bundle of an internal class: its package up to {@code .internal}. */
    private static String bundle(JavaClass type) {
        String name = type.getPackageName();
        return Optional.of(name.indexOf(".internal"))
                .filter(i -> i > 0)
                .map(i -> name.substring(0, i))
                .orElse(name);
    }
}
