package io.obox.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import org.junit.jupiter.api.Test;

/** How things are written in JSON is each bundle's own, so that the API outlives it. */
final class DocumentRulesTest {
    @Test
    void documentsStayInTheirBundles() {
        classes()
                .that()
                .haveSimpleNameEndingWith("Document")
                .should()
                .resideInAPackage("..internal..")
                .check(OBox.CLASSES);
    }

    @Test
    void whatBundlesSeeOfEachOtherKnowsNoJson() {
        noClasses()
                .that()
                .resideInAnyPackage("io.obox..")
                .and()
                .resideOutsideOfPackage("..internal..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("com.fasterxml.jackson..", "jakarta.ws.rs..", "jakarta.json..")
                .check(OBox.CLASSES);
    }
}
