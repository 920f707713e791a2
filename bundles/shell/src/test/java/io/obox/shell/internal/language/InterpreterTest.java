package io.obox.shell.internal.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import org.apache.felix.gogo.runtime.threadio.ThreadIOImpl;
import org.apache.felix.service.command.CommandSession;
import org.apache.felix.service.command.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class InterpreterTest {
    private final Interpreter interpreter = new Interpreter(new ThreadIOImpl(), false);
    private final Function former = new Named("former");
    private final Function successor = new Named("successor");

    @BeforeEach
    void begin() {
        interpreter.offer("obox", "vms", former, 0);
        interpreter.offer("obox", "vms", successor, 1);
    }

    @Test
    void ofTwoVersionsTheOneWithTheHigherRankingIsUsed() throws Exception {
        assertThat(say()).isEqualTo("successor");
    }

    @Test
    void theSuccessorsCommandStaysWhenTheFormerOneGoes() throws Exception {
        interpreter.withdraw("obox", "vms", former);

        assertThat(say()).isEqualTo("successor");
    }

    @Test
    void theFormerCommandIsBackWhenTheSuccessorIsTakenBack() throws Exception {
        interpreter.withdraw("obox", "vms", successor);

        assertThat(say()).isEqualTo("former");
    }

    @Test
    void aCommandThatNobodyHasIsNotKnown() {
        interpreter.withdraw("obox", "vms", successor);
        interpreter.withdraw("obox", "vms", former);

        assertThat(interpreter.getCommands()).doesNotContain("obox:vms");
    }

    private Object say() throws Exception {
        OutputStream nowhere = OutputStream.nullOutputStream();
        try (CommandSession session = interpreter.createSession(InputStream.nullInputStream(), nowhere, nowhere)) {
            return session.execute("obox:vms");
        }
    }

    private record Named(String name) implements Function {
        @Override
        public Object execute(CommandSession session, List<Object> arguments) {
            return name;
        }
    }
}
