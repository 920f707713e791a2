/** What keeps code of other bundles off the threads that serve requests. */
@org.jspecify.annotations.NullMarked
package io.obox.web.internal.foreign;
