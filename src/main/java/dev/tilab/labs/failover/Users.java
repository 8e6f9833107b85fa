package dev.tilab.labs.failover;

import dev.tilab.cloud.Outcome;
import dev.tilab.cloud.Region;
import dev.tilab.cloud.Request;
import dev.tilab.cloud.database.Clients;
import dev.tilab.labs.failover.Words.Place;

/** Those who want something: their requests come when they come, whatever became of the ones before. */
final class Users {

    private final Region region;
    private final long timeoutMicros;
    private final Workload work;
    private final Clients clients;
    private final RequestRecord record;
    private final Entrance entrance;

    /** @param entrance the way from them to the clients; null where they are at the clients already */
    Users(
            Region region,
            FailoverScenario scenario,
            Workload work,
            Clients clients,
            Entrance entrance,
            RequestRecord record) {
        this.region = region;
        timeoutMicros = scenario.clientSettings.requestTimeoutMicros();
        this.work = work;
        this.clients = clients;
        this.entrance = entrance;
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
        Entrance.Stuck stuck = entrance == null ? null : entrance.enter(row, work.user[row]);
        if (stuck == null) {
            Request request = new Request();
            request.row = row;
            request.isRead = work.isRead[row];
            clients.all().get(record.client[row]).ask(request, how -> told(row, how));
            return;
        }
        region.later(
                stuck.how() == Outcome.TIMED_OUT ? timeoutMicros : 0,
                () -> unanswered(row, stuck.how(), stuck.where()));
    }

    /** The user is told, unless what lies between has gone meanwhile: then he waits in vain, and so does the node if it lies behind it. */
    private void told(int row, Outcome how) {
        Place broken = entrance == null ? null : entrance.wayBack(row);
        if (entrance != null && broken != Place.TARGET) {
            entrance.over(row, how == Outcome.COMPLETED);
        }
        if (broken != null) {
            long atMicros = work.arrivalMicros[row] + timeoutMicros;
            region.later(atMicros - region.nowMicros(), () -> unanswered(row, Outcome.TIMED_OUT, broken));
        } else if (how == Outcome.COMPLETED) {
            record.completed(row);
        } else {
            record.failed(row, how, Place.DATABASE);
        }
    }

    private void unanswered(int row, Outcome how, Place where) {
        if (where == Place.TARGET) {
            entrance.over(row, false);
        }
        record.failed(row, how, where);
    }
}
