package dev.tilab.journal.web;

import dev.tilab.journal.template.DayField;
import dev.tilab.journal.template.Property;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;

/**
 * A day as it is read: everything in the order in which it stands in the file.
 *
 * @param date the day
 * @param version version of the entry, 0 for one that is not stored
 * @param longDate the day in words
 * @param year its year in words
 * @param dayNote what follows the date in its line
 * @param title the title that the file gives the day, or empty
 * @param properties what its head says about itself
 * @param minutes reading time, 0 when there is nothing to read
 * @param updated when it was saved, in words
 * @param parts what stands in it, in the file's order
 * @param notices what was noticed while reading the file
 */
record EntryPage(
        LocalDate date,
        long version,
        String longDate,
        String year,
        String dayNote,
        String title,
        List<Property> properties,
        int minutes,
        String updated,
        List<Part> parts,
        List<String> notices) {

    /** How many topics it has, unnamed text not counted. */
    public long topicCount() {
        return parts.stream()
                .mapToLong(part -> part.kind.equals("topic")
                        ? 1
                        : part.kind.equals("left") && part.anchor.equals("topics") ? part.number : 0)
                .sum();
    }

    /** Lines of the table of contents. */
    public List<Line> contents() {
        List<Line> lines = new java.util.ArrayList<>();
        String before = null;
        for (Part part : parts) {
            boolean topic = part.kind.equals("topic");
            String key = part.titleKey();
            if (key != null || !part.title.isBlank()) {
                boolean gap = before != null && topic != before.equals("topic");
                lines.add(new Line(gap, part.anchor, topic ? String.valueOf(part.number) : "", key, part.title));
                before = part.kind;
            }
        }
        return lines;
    }

    /**
     * One part of the day; which of the components are filled depends on its kind.
     *
     * @param kind scrum, topic, free (text without a title), challenges, retrospective, references, extra or left (what a list
     *     has beyond what is shown of it)
     * @param anchor of {@code left}, which list it is
     * @param number number of a topic, from 1; of {@code left}, how many
     * @param html rendered and sanitised
     */
    record Part(
            String kind,
            String anchor,
            int number,
            String title,
            String html,
            List<Note> notes,
            List<ChallengeLine> challenges,
            List<ReferenceLine> references) {

        static Part text(String kind, String anchor, int number, String title, String html) {
            return new Part(kind, anchor, number, title, html, List.of(), List.of(), List.of());
        }

        static Part left(String list, int count) {
            return new Part("left", list, count, "", "", List.of(), List.of(), List.of());
        }

        String titleKey() {
            return switch (kind) {
                case "scrum", "challenges", "retrospective", "references" -> "journal." + kind;
                case "topic" -> title.isBlank() ? "journal.topic.untitled" : null;
                default -> null;
            };
        }
    }

    /**
     * One of the four notes of the scrum.
     *
     * @param html empty where it is told by its lines
     * @param lines what is to be done, task by task
     */
    record Note(String key, String html, List<TodoLine> lines) {

        /** Whether its boxes can be ticked: those of the day itself. */
        public boolean isTodo() {
            return key.endsWith(DayField.TODO.key());
        }
    }

    record ChallengeLine(boolean solved, String problem, String solution) {}

    /**
     * @param href address to follow, null when it is none that a browser should follow
     * @param host where it leads
     */
    record ReferenceLine(String title, String href, String host) {

        static ReferenceLine of(String title, String url) {
            String host = host(url);
            boolean web = host != null;
            String shown = title.isBlank() ? url : title;
            return new ReferenceLine(shown, web ? url : null, web ? host : title.isBlank() ? "" : url);
        }

        private static String host(String url) {
            try {
                URI uri = new URI(url.strip().replace(" ", "%20"));
                boolean web = "https".equalsIgnoreCase(uri.getScheme()) || "http".equalsIgnoreCase(uri.getScheme());
                String authority = uri.getHost() == null ? uri.getAuthority() : uri.getHost();
                return web && authority != null ? authority.replaceFirst("^www\\.", "") : null;
            } catch (java.net.URISyntaxException unreadable) {
                return null;
            }
        }
    }

    record Line(boolean gap, String anchor, String number, String key, String title) {}
}
