package dev.tilab.simulation.lab;

import java.util.ArrayList;
import java.util.List;

/**
 * A run at an instant, drawn and in words. Colours are the page's: shapes have classes, never a style.
 *
 * @param atMicros the instant
 * @param drawing what is seen
 * @param lanes the figures of the same instant, lane by lane: what the drawing shows, for whoever does not see it
 */
public record Still(long atMicros, Svg drawing, List<Lane> lanes) {

    /**
     * @param option the lane's name among the lab's options
     * @param figures for the sentence {@code lab.<lab>.still}, behind the lane's name
     */
    public record Lane(String option, List<Long> figures) {
        public Lane {
            figures = List.copyOf(figures);
        }
    }

    /** Reads the texts of one language. */
    @FunctionalInterface
    public interface Words {
        String text(String key, Object... arguments);
    }

    public Still {
        lanes = List.copyOf(lanes);
    }

    /** What is to be seen, in a sentence a lane. */
    public List<String> said(String lab, Words words) {
        return lanes.stream()
                .map(lane -> {
                    List<Object> arguments = new ArrayList<>();
                    arguments.add(words.text("lab." + lab + ".option." + lane.option));
                    arguments.addAll(lane.figures);
                    return words.text("lab." + lab + ".still", arguments.toArray());
                })
                .toList();
    }

    /** The element as a page has it, with its title and its sentences; one of a lab and an instant on a page. */
    public String svg(String lab, Words words) {
        String title = words.text("labs.still", words.text("lab." + lab + ".name"), Durations.text(atMicros));
        return drawing.element(
                lab + "-" + Long.toString(atMicros, Character.MAX_RADIX), title, String.join(" ", said(lab, words)));
    }
}
