package dev.tilab.cloud.balancer;

/**
 * What a node tells of a target, in the words of AWS (Elastic Load Balancing, API reference, "TargetHealth").
 *
 * @param reason why it is not healthy; {@link Reason#NONE} of one that is
 * @param streak results in a row that speak against what is believed
 */
public record Health(State state, Reason reason, int streak) {

    /** Of a target in a zone where the node may not ask it. */
    static final Health NOT_IN_USE = new Health(State.UNUSED, Reason.NOT_IN_USE, 0);

    /** Of a target that has left. */
    static final Health NOT_REGISTERED = new Health(State.UNUSED, Reason.NOT_REGISTERED, 0);

    /** What is believed. */
    public enum State {
        /** No check has decided yet. */
        INITIAL("initial"),
        HEALTHY("healthy"),
        UNHEALTHY("unhealthy"),
        /** Nobody checks it. */
        UNUSED("unused");

        private final String id;

        State(String id) {
            this.id = id;
        }

        /** The word in timelines, as AWS writes it. */
        public String id() {
            return id;
        }
    }

    /** Why a target is not healthy. */
    public enum Reason {
        NONE(""),
        TIMEOUT("Target.Timeout"),
        FAILED_HEALTH_CHECKS("Target.FailedHealthChecks"),
        RESPONSE_CODE_MISMATCH("Target.ResponseCodeMismatch"),
        NOT_IN_USE("Target.NotInUse"),
        NOT_REGISTERED("Target.NotRegistered"),
        INITIAL_HEALTH_CHECKING("Elb.InitialHealthChecking");

        private final String code;

        Reason(String code) {
            this.code = code;
        }

        /** The reason code, as AWS writes it; empty where there is none. */
        public String code() {
            return code;
        }

        /** What a check that found this is called afterwards. */
        static Reason of(CheckResult result) {
            return switch (result) {
                case PASSED -> NONE;
                case TIMED_OUT -> TIMEOUT;
                case REFUSED -> FAILED_HEALTH_CHECKS;
                case MISMATCHED -> RESPONSE_CODE_MISMATCH;
            };
        }
    }

    /** The same as a Network Load Balancer tells it: of every failure no more than that checks failed. */
    public Health ofNetworkLoadBalancer() {
        boolean tellsMore = reason == Reason.TIMEOUT || reason == Reason.RESPONSE_CODE_MISMATCH;
        return tellsMore ? new Health(state, Reason.FAILED_HEALTH_CHECKS, streak) : this;
    }
}
