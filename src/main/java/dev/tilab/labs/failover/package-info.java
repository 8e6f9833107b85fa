/**
 * The failover lab. A {@code Workload} (who asks when, how long disks take) is drawn once; in each {@code Lane}, one {@code
 * Topology} of {@code Machine}s serves {@code Client}s with pools and resolver caches. {@code CommitLog} writes, copies and
 * acknowledges; {@code Faults} does what people ask for; {@code Failover} decides who takes writes next; {@code Losses} counts
 * what is gone. {@code LaneRecord} keeps what happened, {@code LaneFigures} and {@code FailoverTimeline} read it. To add a
 * topology, add a constant to {@code Topology}; a fault is an action in {@code FailoverParameters} and a case in {@code Faults}.
 */
package dev.tilab.labs.failover;
