package io.obox.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static java.util.stream.Collectors.toSet;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaFieldAccess;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import io.obox.event.Event;
import io.obox.event.EventListener;
import io.obox.event.Topic;
import java.lang.reflect.Field;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Which events listeners are told of. */
final class ListenerRulesTest {
    private static final String COMPONENT = "org.osgi.service.component.annotations.Component";
    private static final String SAYS = EventListener.TOPICS + "=";

    @Test
    void listenersThatNameTopicsNameAllThatTheyAskFor() {
        classes()
                .that()
                .areAssignableTo(EventListener.class)
                .and()
                .areAnnotatedWith(COMPONENT)
                .should(new ArchCondition<>("name the topics whose events they read, if they name any") {
                    @Override
                    public void check(JavaClass listener, ConditionEvents events) {
                        Set<String> named = named(listener);
                        if (!named.isEmpty() && !named.equals(read(listener))) {
                            events.add(SimpleConditionEvent.violated(
                                    listener, listener.getName() + " reads " + read(listener) + ", not " + named));
                        }
                    }
                })
                .check(OBox.CLASSES);
    }

    /** One that is registered by hand would name its topics where no rule sees them. */
    @Test
    void listenersAreComponents() {
        classes()
                .that()
                .resideOutsideOfPackages("io.obox.event", "io.obox.events..")
                .and(dependOn(EventListener.class))
                .should()
                .beAssignableTo(EventListener.class)
                .andShould()
                .beAnnotatedWith(COMPONENT)
                .check(OBox.CLASSES);
    }

    private static DescribedPredicate<JavaClass> dependOn(Class<?> wanted) {
        return DescribedPredicate.describe(
                "depend on " + wanted.getSimpleName(),
                type -> type.getDirectDependenciesFromSelf().stream()
                        .anyMatch(dependency -> dependency.getTargetClass().isEquivalentTo(wanted)));
    }

    private static Set<String> named(JavaClass listener) {
        Object properties =
                listener.getAnnotationOfType(COMPONENT).get("property").orElse(new String[0]);
        return Stream.of((String[]) properties)
                .filter(property -> property.startsWith(SAYS))
                .map(property -> property.substring(SAYS.length()))
                .collect(toSet());
    }

    /** The topics that come up in {@code onEvent}, and in whatever of its bundle that calls. */
    private static Set<String> read(JavaClass listener) {
        String bundle = listener.getPackageName().replaceFirst("\\.internal.*", "");
        Deque<JavaCodeUnit> open = new ArrayDeque<>(List.of(listener.getMethod("onEvent", Event.class)));
        Set<JavaCodeUnit> seen = new HashSet<>(open);
        Set<String> topics = new HashSet<>();
        while (!open.isEmpty()) {
            JavaCodeUnit unit = open.pop();
            unit.getFieldAccesses().stream()
                    .filter(access -> access.getTarget().getRawType().isEquivalentTo(Topic.class))
                    .map(ListenerRulesTest::topic)
                    .forEach(topics::add);
            called(unit)
                    .filter(next -> next.getOwner().getPackageName().startsWith(bundle))
                    .filter(seen::add)
                    .forEach(open::push);
        }
        return topics;
    }

    private static Stream<JavaCodeUnit> called(JavaCodeUnit unit) {
        return Stream.concat(unit.getCallsFromSelf().stream(), unit.getCodeUnitReferencesFromSelf().stream())
                .flatMap(access -> access.getTarget().resolveMember().stream());
    }

    private static String topic(JavaFieldAccess access) {
        try {
            Field field = access.getTarget().resolveMember().orElseThrow().reflect();
            return ((Topic<?>) field.get(null)).name();
        } catch (IllegalAccessException e) {
            throw new AssertionError(e);
        }
    }
}
