package io.obox.architecture;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.codeUnits;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Timer;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import java.util.concurrent.ThreadFactory;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/**
 * A thread takes the context class loader of the one that starts it, unless it is told not to. That may be the loader of another
 * bundle, and would then live as long as the thread, however often that bundle is replaced. It also keeps what it was to do
 * when that is done, and Felix keeps threads that have ended, where two were loading the same class at once. A
 * {@link FutureTask} forgets its work when it is done.
 */
final class ThreadRulesTest {
    private static final String[] NO_BUNDLES = {"io.obox.launcher..", "io.obox.provisioner.tck.."};
    private static final String INHERIT = "inheritInheritableThreadLocals";

    @Test
    void threadsInheritNothingOfThoseThatStartThem() {
        codeUnits()
                .that()
                .areDeclaredInClassesThat()
                .resideOutsideOfPackages(NO_BUNDLES)
                .should(new ArchCondition<JavaCodeUnit>("start threads that inherit nothing") {
                    @Override
                    public void check(JavaCodeUnit unit, ConditionEvents events) {
                        if (calls(unit, ThreadRulesTest::builds) != calls(unit, ThreadRulesTest::inheritsNothing)) {
                            events.add(SimpleConditionEvent.violated(
                                    unit, unit.getFullName() + " starts a thread that inherits a class loader"));
                        }
                    }
                })
                .check(OBox.CLASSES);
    }

    @Test
    void whatThreadsInheritIsTurnedOff() {
        classes()
                .that()
                .resideOutsideOfPackages(NO_BUNDLES)
                .should(new ArchCondition<JavaClass>("say false where they say what threads inherit") {
                    @Override
                    public void check(JavaClass type, ConditionEvents events) {
                        new Bytecode(type)
                                .beforeCalls(call -> call.name().equalsString(INHERIT))
                                .filter(argument -> !Bytecode.isFalse(argument))
                                .forEach(argument -> events.add(SimpleConditionEvent.violated(
                                        type, type.getName() + " starts a thread that may inherit a class loader")));
                    }
                })
                .check(OBox.CLASSES);
    }

    @Test
    void whatThreadsInheritIsSeen() {
        assertThat(OBox.CLASSES.stream()
                        .flatMap(type -> new Bytecode(type)
                                .beforeCalls(call -> call.name().equalsString(INHERIT))))
                .hasSizeGreaterThan(30);
    }

    @Test
    void threadsForgetWhatTheyHaveDone() {
        codeUnits()
                .that()
                .areDeclaredInClassesThat()
                .resideOutsideOfPackages(NO_BUNDLES)
                .and()
                .areDeclaredInClassesThat()
                .resideOutsideOfPackage("io.obox.embedded..")
                .should(new ArchCondition<JavaCodeUnit>("start threads with tasks that forget") {
                    @Override
                    public void check(JavaCodeUnit unit, ConditionEvents events) {
                        if (calls(unit, ThreadRulesTest::begins) > tasks(unit)) {
                            events.add(SimpleConditionEvent.violated(
                                    unit, unit.getFullName() + " starts a thread that keeps what it was to do"));
                        }
                    }
                })
                .check(OBox.CLASSES);
    }

    @Test
    void threadsAreSeen() {
        assertThat(OBox.CLASSES.stream()
                        .flatMap(type -> type.getCodeUnits().stream())
                        .mapToLong(unit -> calls(unit, ThreadRulesTest::builds))
                        .sum())
                .isGreaterThan(30);
    }

    @Test
    void threadsAreStartedInNoOtherWay() {
        noClasses()
                .that()
                .resideOutsideOfPackages(NO_BUNDLES)
                .should()
                .callCodeUnitWhere(
                        target(owner(type(Thread.class))).and(target(nameMatching("<init>|startVirtualThread"))))
                .orShould()
                .callCodeUnitWhere(target(owner(type(Timer.class))).and(target(name("<init>"))))
                .orShould()
                .callCodeUnitWhere(madeWithout(ThreadFactory.class, "<init>", "ThreadPoolExecutor"))
                .orShould()
                .callCodeUnitWhere(madeWithout(ThreadFactory.class, "<init>", "ScheduledThreadPoolExecutor"))
                .orShould()
                .callCodeUnitWhere(madeWithout(ThreadFactory.class, "new.*", Executors.class.getSimpleName()))
                .orShould()
                .callCodeUnitWhere(madeWithout(Executor.class, ".*Async", "CompletableFuture"))
                .check(OBox.CLASSES);
    }

    private static DescribedPredicate<JavaCall<?>> madeWithout(Class<?> parameter, String method, String owner) {
        return DescribedPredicate.describe(
                owner + "." + method + " without " + parameter.getSimpleName(),
                call -> call.getTargetOwner().getName().equals("java.util.concurrent." + owner)
                        && call.getName().matches(method)
                        && call.getTarget().getRawParameterTypes().stream().noneMatch(isA(parameter)));
    }

    private static Predicate<JavaClass> isA(Class<?> type) {
        return candidate -> candidate.isEquivalentTo(type);
    }

    private static long calls(JavaCodeUnit unit, Predicate<JavaCall<?>> wanted) {
        return unit.getMethodCallsFromSelf().stream().filter(wanted).count();
    }

    private static long tasks(JavaCodeUnit unit) {
        return unit.getConstructorCallsFromSelf().stream()
                .filter(call -> call.getTargetOwner().isEquivalentTo(FutureTask.class))
                .count();
    }

    private static boolean begins(JavaCall<?> call) {
        return call.getTargetOwner().isAssignableTo(Thread.Builder.class)
                && call.getName().matches("start|unstarted");
    }

    private static boolean builds(JavaCall<?> call) {
        return call.getTargetOwner().isEquivalentTo(Thread.class)
                && call.getName().matches("ofPlatform|ofVirtual");
    }

    private static boolean inheritsNothing(JavaCall<?> call) {
        return call.getName().equals(INHERIT);
    }
}
