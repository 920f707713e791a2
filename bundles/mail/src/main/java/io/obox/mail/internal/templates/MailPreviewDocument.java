package io.obox.mail.internal.templates;

/**
 * A mail with made-up arguments.
 *
 * @param html a whole document
 */
public record MailPreviewDocument(String subject, String text, String html) {}
