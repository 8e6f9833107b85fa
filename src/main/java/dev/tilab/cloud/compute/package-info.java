/**
 * Machines. A {@link dev.tilab.cloud.compute.Group} keeps as many instances as desired; {@link dev.tilab.cloud.compute.Scaling}
 * reads its metric and lets a {@link dev.tilab.cloud.compute.Policy} say how many that are; {@link
 * dev.tilab.cloud.compute.Billing} says what they cost by the list of {@link dev.tilab.cloud.compute.Prices}. Requests come by a
 * {@link dev.tilab.cloud.compute.Load}: followed one by one through {@link dev.tilab.cloud.compute.Server}s, or counted.
 *
 * <p>Inside, {@code Group} wires parts that each know only what they use: {@code Fleet} is the instances, {@code Capacity} how
 * many are wanted, {@code Lifecycle} lets one come and go, {@code WarmPool} and {@code Launches} are where new ones come from,
 * {@code Filling} brings the fleet to its capacity, {@code Failures} and {@code Replacements} are what dies and takes its
 * place, {@code Rebalancing} spreads over zones. To add a policy, write a {@code ScalingPolicy} and a constant in {@code Policy}.
 */
@NullMarked
package dev.tilab.cloud.compute;

import org.jspecify.annotations.NullMarked;
