/**
 * What bundles add to the web page: pages, tabs, columns and more, by a module of JavaScript that the page loads at run time and
 * that is written with the package {@code @obox/sdk}.
 */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
@org.jspecify.annotations.NullMarked
package io.obox.ui;
