package io.obox.auth.internal.enrolment;

import java.util.List;

/**
 * Codes for when the authenticator is lost, shown this once.
 *
 * @param recoveryCodes each is good once
 */
public record RecoveryCodesDocument(List<String> recoveryCodes) {
    @Override
    public String toString() {
        return "RecoveryCodesDocument[]";
    }
}
