/**
 * The auto-scaling lab. {@code Traffic} is the shape, {@code DrawnDemand} the requests of each five seconds, drawn once; in each
 * {@code Lane}, one {@code Policy} watches CloudWatch's {@code Meter} and tells a {@code Group} how large to be. {@code
 * Lifecycle} lets instances start and end, {@code Health} replaces what dies, {@code Rebalancing} and {@code WarmPool} do what
 * their names say, {@code Load} turns instances and demand into response times
 * by a queueing model, {@code Billing} into money. {@code LaneRecord} and {@code LaneRows} keep what happened, {@code
 * LaneFigures} and {@code AutoScalingTimeline} read it. To add a policy, write a {@code ScalingPolicy} and a constant in
 * {@code Policy}; a disturbance is an action in {@code AutoScalingParameters} and what a component says that it does ({@code region.faults().on(...)}).
 */
package dev.tilab.labs.autoscaling;
