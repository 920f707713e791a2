package org.example.driver;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Objects of the API that answer as they are told to, whatever members their types have. */
final class Stub {
    private Stub() {}

    /** An object with these members; all others are null, zero or false. */
    static <T> T of(Class<T> type, Map<String, ?> members) {
        return type.isInterface()
                ? type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) ->
                        members.containsKey(method.getName())
                                ? members.get(method.getName())
                                : method.isDefault()
                                        ? InvocationHandler.invokeDefault(proxy, method, arguments)
                                        : nothing(method.getReturnType())))
                : record(type, members);
    }

    /** A service that does with each call what it is told to. */
    static <T> T service(Class<T> type, Call call) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) ->
                        call.answer(method.getName(), arguments == null ? List.of() : Arrays.asList(arguments))));
    }

    private static <T> T record(Class<T> type, Map<String, ?> members) {
        RecordComponent[] components = type.getRecordComponents();
        Class<?>[] types = Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        Object[] values = Arrays.stream(components)
                .map(c -> members.containsKey(c.getName()) ? members.get(c.getName()) : nothing(c.getType()))
                .toArray();
        try {
            Constructor<T> canonical = type.getDeclaredConstructor(types);
            return canonical.newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Object nothing(Class<?> type) {
        if (type == List.class) {
            return List.of();
        }
        return switch (type.getName()) {
            case "int" -> 0;
            case "long" -> 0L;
            case "boolean" -> false;
            default -> type == Set.class ? Set.of() : null;
        };
    }

    /** What a service does. */
    interface Call {
        Object answer(String method, List<Object> arguments) throws Exception;
    }
}
