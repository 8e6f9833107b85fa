package dev.tilab.home;

import dev.tilab.journal.OpenChallenge;
import dev.tilab.support.DayWords;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * A challenge that nobody has solved yet.
 *
 * @param from the day on which it was met, in words
 * @param days for how many days it is open, counted from that day; 0 on the same one
 */
record Challenge(LocalDate date, String problem, String from, long days) {

    static Challenge of(OpenChallenge challenge, LocalDate today, DayWords words) {
        return new Challenge(
                challenge.date(),
                challenge.problem(),
                words.brief(challenge.date(), today),
                Math.max(0, ChronoUnit.DAYS.between(challenge.date(), today)));
    }
}
