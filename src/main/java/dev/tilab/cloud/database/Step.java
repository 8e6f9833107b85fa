package dev.tilab.cloud.database;

/** What takes time when a database comes back, one after the other or one instead of another. */
public enum Step {
    DETECTION("detection"),
    CLUSTER_DETECTION("clusterDetection"),
    PROMOTION("promotion"),
    CLUSTER_PROMOTION("clusterPromotion"),
    RECOVERY("recovery"),
    DNS_CHANGE("dnsChange"),
    CLUSTER_DNS_CHANGE("clusterDnsChange"),
    OPERATOR("operatorDelay"),
    REPLICA_PROMOTION("replicaPromotion"),
    RESTART("restart"),
    HOST_REPLACEMENT("hostReplacement"),
    CATCH_UP("catchUp"),
    RESTORE("restoreTime");

    private final String id;

    Step(String id) {
        this.id = id;
    }

    /** Id of the parameter that says how long it takes. */
    public String id() {
        return id;
    }
}
