package dev.tilab.cloud.compute;

/**
 * How long an instance takes from the request for it until its application runs.
 *
 * @param coldMicros a new one
 * @param warmMicros a stopped one of the warm pool
 * @param checkMicros interval of the load balancer's health check, the first of which lets it serve
 */
public record LaunchSettings(long coldMicros, long warmMicros, long checkMicros) {}
