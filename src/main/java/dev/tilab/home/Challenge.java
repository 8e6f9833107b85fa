package dev.tilab.home;

import dev.tilab.journal.OpenChallenge;
import dev.tilab.support.DayWords;
import java.time.LocalDate;

/**
 * A challenge that nobody has solved yet.
 *
 * @param href where it stands on its day's page
 * @param from the day on which it was met, in words
 * @param days for how many days it is open, counted from that day; 0 on the same one
 */
record Challenge(String href, String problem, String from, long days) {

    static Challenge of(OpenChallenge challenge, LocalDate today, DayWords words) {
        return new Challenge(
                challenge.href(), challenge.problem(), words.brief(challenge.date(), today), challenge.daysOpen(today));
    }
}
