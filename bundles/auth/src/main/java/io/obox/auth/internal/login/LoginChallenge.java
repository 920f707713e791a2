package io.obox.auth.internal.login;

import java.util.List;

/**
 * What somebody gets whose password is right, and who has to show a second factor.
 *
 * @param secondFactor the kinds that are there
 * @param challenge what the second factor is shown with, within five minutes and from the same place
 */
public record LoginChallenge(List<String> secondFactor, String challenge) implements LoginStep {
    @Override
    public String toString() {
        return "LoginChallenge" + secondFactor;
    }
}
