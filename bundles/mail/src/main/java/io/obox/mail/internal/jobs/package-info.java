/** The job that sends a mail. */
@org.jspecify.annotations.NullMarked
package io.obox.mail.internal.jobs;
