/** The HTTP port: who may connect, how slow they may be, and what is answered while nobody serves. */
@org.jspecify.annotations.NullMarked
package io.obox.http.internal;
