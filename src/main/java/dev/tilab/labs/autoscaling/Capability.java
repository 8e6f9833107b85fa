package dev.tilab.labs.autoscaling;

/**
 * What one instance of a kind can do.
 *
 * @param perSecond requests a second at full utilization
 * @param model how long they take
 * @param enoughByChance most requests a second within the objective, if they come by chance
 * @param objectiveMicros response time that 99 % of the requests have to keep
 * @param late share of those who find 0, 1, … others that do not
 */
record Capability(double perSecond, ResponseModel model, double enoughByChance, long objectiveMicros, double[] late) {

    /** A share of failed requests that no objective accepts. */
    static final double MAY_FAIL = 0.01;

    static Capability of(ServiceSettings service, double perSecond) {
        ResponseModel model = ResponseModel.of(perSecond, service.timeoutMicros(), service.finishes());
        long objectiveMicros = service.objectiveMicros();
        return new Capability(
                perSecond,
                model,
                model.largestArrivals(objectiveMicros, MAY_FAIL),
                objectiveMicros,
                model.latePerFound(objectiveMicros));
    }

    /** Most requests a second within the objective. */
    double enoughPerSecond(Arrivals arrivals) {
        return arrivals.enough(enoughByChance, perSecond);
    }
}
