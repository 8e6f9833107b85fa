package dev.tilab.labs.failover;

import dev.tilab.cloud.Region;
import dev.tilab.cloud.database.Call;
import dev.tilab.cloud.database.Clients;
import dev.tilab.cloud.database.Outcome;
import dev.tilab.labs.failover.Words.Place;

/** Those who want something: their requests come when they come, whatever became of the ones before. */
final class Users {

    private final Region region;
    private final FailoverScenario scenario;
    private final Workload work;
    private final Clients clients;
    private final RequestRecord record;
    private final Call.Ending told = this::told;

    Users(Region region, FailoverScenario scenario, Workload work, Clients clients, RequestRecord record) {
        this.region = region;
        this.scenario = scenario;
        this.work = work;
        this.clients = clients;
        this.record = record;
    }

    /** The first request is on its way. */
    void begin() {
        nextArrival(0);
    }

    private void nextArrival(int row) {
        if (row < work.rows()) {
            region.later(work.arrivalMicros[row] - region.nowMicros(), () -> {
                nextArrival(row + 1);
                arrive(row);
            });
        }
    }

    private void arrive(int row) {
        Outcome stuck = work.entrance == null ? null : work.entrance.ended[row];
        if (stuck == null) {
            clients.all().get(work.client[row]).ask(row, work.isRead[row], told);
            return;
        }
        Place where = work.entrance.stuckAt[row];
        region.later(
                stuck == Outcome.TIMED_OUT ? scenario.micros("requestTimeout") : 0,
                () -> record.failed(row, stuck, where));
    }

    /** The user is told, unless what lies between has gone meanwhile: then he waits in vain. */
    private void told(Call call, Outcome how) {
        int row = call.row();
        Place broken = work.entrance == null ? null : work.entrance.wayBack(row, region.zones());
        if (broken != null) {
            long timeoutMicros = work.arrivalMicros[row] + scenario.micros("requestTimeout");
            region.later(timeoutMicros - region.nowMicros(), () -> record.failed(row, Outcome.TIMED_OUT, broken));
        } else if (how == Outcome.COMPLETED) {
            record.completed(row);
        } else {
            record.failed(row, how, Place.DATABASE);
        }
    }
}
