/**
 * The ELB lab: which balancer opens the letter and which only reads its envelope. {@code ElbScenario} reads what was asked for,
 * {@code Workload} draws the letters once, a {@code Lane} is one balancer (or none) in a region of its own. What happens to a letter
 * is said by {@link dev.tilab.cloud.network.Reach} and {@link dev.tilab.cloud.balancer.listener.Rules} alone, which {@code Ways} and
 * {@code Reading} ask once for each state of the world. {@code LaneFigures} and {@code ElbTimeline} read what {@code LetterRecord},
 * {@code Threads} and the region's log kept.
 */
package dev.tilab.labs.elb;
