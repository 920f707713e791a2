package io.obox.mail.internal.kit;

import io.obox.mail.internal.smtp.SmtpSettings;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.Map;

/** Settings as Declarative Services would give them: what is not said has its default. */
public final class Settings {
    private Settings() {}

    /** Of a server on this machine. */
    public static SmtpSettings smtp(int port, Map<String, Object> said) {
        Map<String, Object> local = Map.of("host", "localhost", "port", port, "sender", "obox@example.org");
        InvocationHandler values = (proxy, method, arguments) -> {
            Object value = said.getOrDefault(method.getName(), local.get(method.getName()));
            return value == null ? method.getDefaultValue() : value;
        };
        return (SmtpSettings)
                Proxy.newProxyInstance(Settings.class.getClassLoader(), new Class<?>[] {SmtpSettings.class}, values);
    }

    /** The same without encryption, in a hurry. */
    public static SmtpSettings plain(int port) {
        return smtp(port, Map.of("security", "NONE", "answerSeconds", 1, "connectSeconds", 2));
    }
}
