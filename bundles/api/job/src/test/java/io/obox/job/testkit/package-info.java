/** Jobs for the tests of those who see some. */
@org.jspecify.annotations.NullMarked
package io.obox.job.testkit;
