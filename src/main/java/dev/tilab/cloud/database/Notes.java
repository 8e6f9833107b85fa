package dev.tilab.cloud.database;

import dev.tilab.cloud.EventLog;
import dev.tilab.cloud.Region;
import dev.tilab.cloud.Zones;

/** The decision log of a database and its clients, as the table {@code notes}; −1 stands for no machine and no client. */
final class Notes implements Zones.Listener {

    private static final int NONE = -1;

    private final EventLog.Table table;

    Notes(Region region) {
        table = region.log().table("notes", "note", "machine", "client", "value");
        region.zones().tell(this);
    }

    void of(Machine machine, Note note, long value) {
        table.add(note.ordinal(), machine.index, NONE, value);
    }

    void of(Machine machine, Note note) {
        of(machine, note, 0);
    }

    void of(Client client, Note note) {
        table.add(note.ordinal(), NONE, client.index, 0);
    }

    /** A client's resolver answered with the address of a machine, and will for so long; −1 for ever. */
    void resolvedOld(int client, Machine machine, long leftMicros) {
        table.add(Note.RESOLVED_OLD.ordinal(), machine.index, client, leftMicros);
    }

    /** About no machine and no client. */
    void of(Note note, long value) {
        table.add(note.ordinal(), NONE, NONE, value);
    }

    @Override
    public void failed(int zone) {
        of(Note.ZONE_DARK, zone);
    }

    @Override
    public void cut(int zone) {
        of(Note.ZONE_CUT, zone);
    }

    @Override
    public void repaired(int zone) {
        of(Note.ZONE_REPAIRED, zone);
    }
}
