/**
 * The failover lab: what a database failure costs. {@code FailoverScenario} reads what was asked for, {@code Workload} draws the
 * requests once, a {@code Lane} is one topology in a region of its own; figures, claims and tables are read out of what the region's
 * log and {@code RequestRecord} kept. The database itself is {@link dev.tilab.cloud.database}: a topology is a constant there, a
 * fault is registered by the component that it happens to and named in {@code FailoverParameters}.
 */
package dev.tilab.labs.failover;
