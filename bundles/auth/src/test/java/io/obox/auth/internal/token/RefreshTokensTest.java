package io.obox.auth.internal.token;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;

class RefreshTokensTest {
    private static final UUID SESSION = UUID.fromString("0198f6e2-0000-7000-8000-000000000001");

    private final RefreshTokens tokens = tokens(SigningKey.random());

    private static RefreshTokens tokens(SigningKey key) {
        return new RefreshTokens(() -> key);
    }

    @Test
    void aTokenSurvivesItsTravels() {
        RefreshToken token = tokens.issue(SESSION);
        RefreshToken back = tokens.parse(token.text()).orElseThrow();
        assertThat(back.sessionId()).isEqualTo(SESSION);
        assertThat(back.hash()).isEqualTo(token.hash());
    }

    @Test
    void twoTokensOfASessionDiffer() {
        assertThat(tokens.issue(SESSION).text())
                .isNotEqualTo(tokens.issue(SESSION).text());
    }

    @Test
    void theSuccessorIsAlwaysTheSameAndIssued() {
        RefreshToken token = tokens.issue(SESSION);
        String next = tokens.successor(token).text();
        assertThat(next).isEqualTo(tokens.successor(token).text()).isNotEqualTo(token.text());
        assertThat(tokens.parse(next)).isPresent();
    }

    @Test
    void theSuccessorCannotBeToldWithoutTheKey() {
        RefreshToken token = tokens.issue(SESSION);
        assertThat(tokens(SigningKey.random()).successor(token).text())
                .isNotEqualTo(tokens.successor(token).text());
    }

    @Test
    void whatAnotherKeyIssuedIsNotKnown() {
        assertThat(tokens(SigningKey.random()).parse(tokens.issue(SESSION).text()))
                .isEmpty();
    }

    @Test
    void aChangedTokenIsNotKnown() {
        String text = tokens.issue(SESSION).text();
        for (int i = 0; i < text.length() - 1; i += 7) {
            char other = text.charAt(i) == 'A' ? 'B' : 'A';
            String changed = text.substring(0, i) + other + text.substring(i + 1);
            assertThat(tokens.parse(changed)).as("changed at %d", i).isEmpty();
        }
        assertThat(tokens.parse(text.substring(4))).isEmpty();
        assertThat(tokens.parse("")).isEmpty();
    }
}
