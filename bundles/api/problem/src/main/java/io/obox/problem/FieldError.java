package io.obox.problem;

/**
 * One fault of one field of a request.
 *
 * @param pointer JSON pointer (RFC 6901) to the field, such as {@code /name}; {@code ""} for the whole document
 * @param detail one sentence that says what is wrong with it
 */
public record FieldError(String pointer, String detail) {}
