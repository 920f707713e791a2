package io.obox.auth.internal.enrolment;

/**
 * What is put into an authenticator, and shown this once.
 *
 * @param secret in base 32, to be typed
 * @param uri the same as {@code otpauth:}, to be shown as a QR code
 */
public record EnrolmentDocument(String secret, String uri) {
    @Override
    public String toString() {
        return "EnrolmentDocument[]";
    }
}
