package dev.tilab.journal;

import java.time.LocalDate;

/**
 * Where a topic stands.
 *
 * @param name its title as titles are compared
 * @param title as the day has it, one line of 300 characters at most
 * @param date its day
 * @param number which of the day's topics it is, from 1; 0 where it has no number
 */
public record TopicPlace(String name, String title, LocalDate date, int number) {

    /** Its address in the journal. */
    public String href() {
        return "/journal/" + date + (number == 0 ? "" : "#" + PartAnchors.ofTopic(number));
    }
}
