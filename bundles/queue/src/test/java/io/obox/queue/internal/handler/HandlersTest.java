package io.obox.queue.internal.handler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.obox.queue.internal.kit.TestHandler;
import io.obox.queue.internal.kit.Whiteboard;
import java.lang.ref.WeakReference;
import org.junit.jupiter.api.Test;

class HandlersTest {
    @Test
    void whatComesAfterTheEndIsNotAskedForEver() {
        WeakReference<Handlers> handlers = new WeakReference<>(endedBeforeAHandlerCame());

        await().untilAsserted(() -> {
            System.gc();
            assertThat(handlers.get()).as("what a timer still keeps").isNull();
        });
    }

    private static Handlers endedBeforeAHandlerCame() {
        Handlers handlers = new Handlers();
        handlers.deactivate();
        handlers.bind(
                Whiteboard.service(new TestHandler("test", (args, context) -> {}), Whiteboard.bundle("domain"), 0));
        return handlers;
    }
}
