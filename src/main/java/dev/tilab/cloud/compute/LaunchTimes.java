package dev.tilab.cloud.compute;

import dev.tilab.cloud.Region;

/**
 * How long each step of an instance's start takes. The first 25.8 s are measured (brevdev, "EC2 cold boot": the call 19 %, from
 * pending to running 69 %, from boot to a login 12 %); what the launch time has beyond them is the application. Each
 * instance differs by up to 15 %, the same in every lane for the instance of the same number.
 */
final class LaunchTimes {

    private static final double MEASURED_MICROS = 25.8e6;
    private static final double CALL = 0.19;
    private static final double PENDING = 0.69;
    private static final double SPREAD = 0.15;

    /** Share of a stopped instance's start until it runs again; assumed. */
    private static final double WARM_PENDING = 0.5;

    final long requestedMicros;
    final long pendingMicros;
    final long startingMicros;

    /** From the end of the start to the load balancer's next health check. */
    final long checkingMicros;

    private LaunchTimes(double requested, double pending, double starting, double checking) {
        requestedMicros = (long) requested;
        pendingMicros = (long) pending;
        startingMicros = (long) starting;
        checkingMicros = (long) checking;
    }

    /** A new instance. */
    static LaunchTimes cold(Region region, LaunchSettings settings, int number) {
        double all = settings.coldMicros() * (1 - SPREAD + 2 * SPREAD * draw(region, "launch", number));
        double boot = Math.min(all, MEASURED_MICROS);
        return new LaunchTimes(
                CALL * boot, PENDING * boot, all - (CALL + PENDING) * boot, untilCheck(region, settings, number));
    }

    /** An instance of the warm pool that is started. */
    static LaunchTimes warm(Region region, LaunchSettings settings, int number) {
        double all = settings.warmMicros() * (1 - SPREAD + 2 * SPREAD * draw(region, "warm-start", number));
        return new LaunchTimes(0, WARM_PENDING * all, (1 - WARM_PENDING) * all, untilCheck(region, settings, number));
    }

    private static double untilCheck(Region region, LaunchSettings settings, int number) {
        return settings.checkMicros() * draw(region, "first-check", number);
    }

    private static double draw(Region region, String purpose, int number) {
        return region.stream(purpose, number).nextDouble();
    }
}
