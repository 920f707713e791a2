package io.obox.mail;

/** Where a mail is on its way. More may come: a switch over it needs a default. */
public enum MailState {
    /** Nobody is set up to send it. It stays until an administrator has it sent. */
    OUTBOX,
    /** A job sends it, or tries to. */
    QUEUED,
    /** A mail server has taken it. What was in it is deleted. */
    SENT,
    /** It was given up; its problem tells why. */
    DEAD
}
