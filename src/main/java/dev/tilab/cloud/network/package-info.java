/**
 * The network of a cloud: interfaces in subnets with their routes and network ACLs, behind their security groups.
 * {@link dev.tilab.cloud.network.Reach#of} says how a packet ends: one pure function, asked by requests, by health checks and by
 * whoever probes, so that none of them can contradict another.
 */
@NullMarked
package dev.tilab.cloud.network;

import org.jspecify.annotations.NullMarked;
