package io.obox.job;

import java.util.UUID;

/**
 * What a job works on.
 *
 * @param type kind of thing, such as {@code vm}
 * @param name what it was called when the job was submitted
 */
public record Subject(String type, UUID id, String name) {}
