package io.obox.web.internal.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.obox.problem.ProblemException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import org.junit.jupiter.api.Test;

final class BodyRoomTest {
    private static final int KIB = 1024;
    private final BodyRoom room = new BodyRoom(1024 * KIB, 16 * KIB, 100 * KIB);

    @Test
    void aBodyComesAsItWasSent() throws IOException {
        try (BodyRoom.Whole whole = room.read(body(70))) {
            assertThat(whole.bytes()).isEqualTo(body(70).readAllBytes());
        }
    }

    @Test
    void whileLargeBodiesTakeAllTheRoomOnlySmallOnesAreRead() throws IOException {
        BodyRoom.Whole first = room.read(body(100));

        assertThat(catchThrowableOfType(ProblemException.class, () -> room.read(body(100)))
                        .problem()
                        .status())
                .isEqualTo(429);
        room.read(body(16)).close();

        first.close();
        room.read(body(100)).close();
    }

    @Test
    void aBodyThatBreaksOffGivesItsRoomBack() throws IOException {
        for (int times = 0; times < 10; times++) {
            assertThatThrownBy(() -> room.read(new SequenceInputStream(body(60), new Cut())))
                    .hasMessage("cut");
        }

        room.read(body(100)).close();
    }

    private static InputStream body(int kib) {
        byte[] bytes = new byte[kib * KIB];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) i;
        }
        return new ByteArrayInputStream(bytes);
    }

    /** Fails at once. */
    private static final class Cut extends InputStream {
        @Override
        public int read() throws IOException {
            throw new IOException("cut");
        }
    }
}
