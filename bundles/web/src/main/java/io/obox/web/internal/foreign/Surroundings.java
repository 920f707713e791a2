package io.obox.web.internal.foreign;

import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/** What code finds on the thread that asks for it, and on the one that runs it instead: for as long as it runs, and no longer. */
record Surroundings(
        @Nullable Map<String, String> logged, @Nullable ClassLoader loader) {
    static Surroundings ofThisThread() {
        return new Surroundings(
                MDC.getCopyOfContextMap(), Thread.currentThread().getContextClassLoader());
    }

    Object call(Callable<Object> code) throws Exception {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        MDC.setContextMap(logged == null ? Map.of() : logged);
        thread.setContextClassLoader(loader);
        try {
            return code.call();
        } finally {
            thread.setContextClassLoader(before);
            MDC.clear();
        }
    }
}
