package io.obox.mail.internal.rest;

/**
 * How mails leave.
 *
 * @param ready whether a mail server, or another way, is set up
 */
public record DeliveryDocument(boolean ready) {}
