/**
 * Traffic. {@link dev.tilab.cloud.traffic.OpenWorkload} has requests come one by one, {@link dev.tilab.cloud.traffic.Users} ask
 * through a load balancer. {@link dev.tilab.cloud.traffic.Traffic} is a shape of demand over days, {@link dev.tilab.cloud.traffic.DrawnDemand} the
 * requests counted slot by slot that chance makes of it, {@link dev.tilab.cloud.traffic.Demand} what others may know of those.
 */
@NullMarked
package dev.tilab.cloud.traffic;

import org.jspecify.annotations.NullMarked;
