package io.obox.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static java.util.stream.Collectors.toSet;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaFieldAccess;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import io.obox.event.EventListener;
import io.obox.event.Topic;
import java.lang.reflect.Field;
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

    private static Set<String> named(JavaClass listener) {
        Object properties =
                listener.getAnnotationOfType(COMPONENT).get("property").orElse(new String[0]);
        return Stream.of((String[]) properties)
                .filter(property -> property.startsWith(SAYS))
                .map(property -> property.substring(SAYS.length()))
                .collect(toSet());
    }

    private static Set<String> read(JavaClass listener) {
        return listener.getFieldAccessesFromSelf().stream()
                .filter(access -> access.getOrigin().getName().contains("onEvent"))
                .filter(access -> access.getTarget().getRawType().isEquivalentTo(Topic.class))
                .map(ListenerRulesTest::topic)
                .collect(toSet());
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
