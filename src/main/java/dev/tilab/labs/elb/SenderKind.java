package dev.tilab.labs.elb;

/** Who sends; each with its row on the stage. */
enum SenderKind {
    BROWSER(0),
    /** Its firewall knows one address: the first of the first answer. */
    PARTNER(1),
    CHAT(2),
    SILENT_CHAT(2),
    MESSENGER(3),
    /** A long TCP flow of many letters. */
    HEAVY(3),
    GAME(4),
    /** A server inside the VPC that calls the shop by its name. */
    SERVER(1);

    final int row;

    SenderKind(int row) {
        this.row = row;
    }
}
