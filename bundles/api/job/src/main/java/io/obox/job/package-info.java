/** Long work with state, progress, log, cancel and retry. One job is one row of the ledger. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.6.0")
@org.jspecify.annotations.NullMarked
package io.obox.job;
