/**
 * The auto-scaling lab. A {@code Lane} is the assembly: one region with a group, its scaling under one policy, its billing, and
 * {@code CountedLoad}, which turns instances and demand into response times by a queueing model. {@code Shortage}, {@code Waits}
 * and {@code LaneRecord} listen, {@code LaneRows} is what users felt slot by slot; {@code LaneFigures} and {@code AutoScalingTimeline} read
 * all that. How groups, policies and traffic work is in {@code dev.tilab.cloud.compute} and {@code cloud.traffic}; a disturbance
 * is an action in {@code AutoScalingParameters}, and what a component says that it does ({@code region.faults().on(...)}).
 */
package dev.tilab.labs.autoscaling;
