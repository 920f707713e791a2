package io.obox.architecture;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClass;
import jakarta.persistence.EntityManager;
import java.sql.Connection;
import org.junit.jupiter.api.Test;

/** Statements all run through the same code, so that values become parameters in one way. */
final class StatementRulesTest {
    @Test
    void nothingButTheHelperForStatementsPreparesAny() {
        noClasses()
                .that()
                .resideOutsideOfPackage("io.obox.persistence..")
                .should()
                .callCodeUnitWhere(target(nameMatching("prepare(Statement|Call)|createStatement"))
                        .and(target(owner(JavaClass.Predicates.assignableTo(Connection.class)))))
                .check(OBox.CLASSES);
    }

    @Test
    void entitiesAreNoWayAroundIt() {
        noClasses()
                .should()
                .callCodeUnitWhere(target(nameMatching("createNativeQuery"))
                        .and(target(owner(JavaClass.Predicates.assignableTo(EntityManager.class)))))
                .check(OBox.CLASSES);
    }
}
