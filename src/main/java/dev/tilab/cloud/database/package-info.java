/**
 * A relational database as a service: a {@link dev.tilab.cloud.database.Cluster} of machines that write and copy a log, the name
 * that clients know it by, failover, comebacks, backups and restores, and the {@link dev.tilab.cloud.database.Clients} with their
 * pools or a proxy. What happens is written into the region's log: {@code machines}, {@code names}, {@code phases}, {@code notes},
 * {@code clients}, {@code attempts}.
 */
@NullMarked
package dev.tilab.cloud.database;

import org.jspecify.annotations.NullMarked;
