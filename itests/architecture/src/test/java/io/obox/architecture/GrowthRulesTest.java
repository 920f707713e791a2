package io.obox.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.conditions.ArchConditions.be;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import io.obox.host.Capacity;
import io.obox.host.placement.Promised;
import io.obox.job.IdempotencyKey;
import io.obox.job.JobProgress;
import io.obox.job.JobResult;
import io.obox.job.Subject;
import io.obox.job.WaitReason;
import io.obox.message.Message;
import io.obox.page.Page;
import io.obox.page.PageRequest;
import io.obox.persistence.DatabaseAddress;
import io.obox.persistence.sql.Sql;
import io.obox.problem.FieldError;
import io.obox.problem.Problem;
import io.obox.redis.RedisAddress;
import io.obox.user.Owner;
import io.obox.user.Quota;
import io.obox.user.Scope;
import io.obox.version.EntityTags;
import io.obox.version.ExpectedVersion;
import io.obox.vm.Vm;
import org.junit.jupiter.api.Test;

/** Types of the API can get attributes: a record gives everybody its constructor, which each one that it gets later breaks. */
final class GrowthRulesTest {
    /** The small values and the exceptions that ADR 16 names. */
    private static final Class<?>[] NAMED = {
        Capacity.class,
        DatabaseAddress.class,
        EntityTags.class,
        ExpectedVersion.class,
        FieldError.class,
        IdempotencyKey.class,
        JobProgress.class,
        JobResult.class,
        Message.class,
        Owner.class,
        Page.class,
        PageRequest.class,
        Problem.class,
        Promised.class,
        Quota.class,
        RedisAddress.class,
        Scope.class,
        Sql.class,
        Subject.class,
        Vm.Ref.class,
        WaitReason.class
    };

    @Test
    void noOtherTypeOfTheApiIsARecord() {
        noClasses()
                .that()
                .arePublic()
                .and(resideInAnyPackage(ImportRulesTest.API).or(resideInAnyPackage("io.obox.provisioner.spi")))
                .and(not(belongToAnyOf(NAMED)))
                .should(be(DescribedPredicate.describe("records", JavaClass::isRecord)))
                .check(OBox.CLASSES);
    }
}
