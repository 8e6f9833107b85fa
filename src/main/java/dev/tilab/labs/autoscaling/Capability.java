package dev.tilab.labs.autoscaling;

/**
 * What one instance of a kind can do.
 *
 * @param perSecond requests a second at full utilization
 * @param model how long they take
 * @param enoughPerSecond most requests a second within the objective
 */
record Capability(double perSecond, ResponseModel model, double enoughPerSecond) {

    /** A share of failed requests that no objective accepts. */
    static final double MAY_FAIL = 0.01;

    static Capability of(ServiceSettings service, double perSecond) {
        ResponseModel model = ResponseModel.of(perSecond, service.timeoutMicros());
        return new Capability(perSecond, model, model.largestArrivals(service.objectiveMicros(), MAY_FAIL));
    }
}
