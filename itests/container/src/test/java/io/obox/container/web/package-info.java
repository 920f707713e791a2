/** What people and programs meet over HTTP. */
@org.jspecify.annotations.NullMarked
package io.obox.container.web;
