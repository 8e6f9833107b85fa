package dev.tilab.journal.template;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A person's own names for sections, read beside those that the template knows and wherever those are. Immutable; what cannot be
 * a name has to be refused by {@link #problem} before.
 */
public final class OwnNames {

    /** No names but the template's. */
    public static final OwnNames NONE = new OwnNames(Map.of());

    /** Characters of a name. */
    public static final int LONGEST = 40;

    /** Names of one section. */
    public static final int MOST = 20;

    /** Why something cannot be a name. */
    public enum Reason {
        /** No letter and no digit of it would be looked at. */
        NO_WORDS,
        TOO_LONG,
        /** The template has it for another section. */
        OF_ANOTHER,
        /** It is the title, the date, or opens a topic or a challenge. */
        RESERVED
    }

    /** @param section whose name it is already, null for other reasons than that */
    public record Problem(Reason reason, DaySection section) {}

    private final Map<DaySection, List<String>> names;
    private final Map<String, DaySection> sections = new HashMap<>();

    private OwnNames(Map<DaySection, List<String>> names) {
        this.names = names;
        names.forEach((section, all) -> all.forEach(name -> sections.putIfAbsent(reduced(name), section)));
    }

    public static OwnNames of(Map<DaySection, List<String>> names) {
        Map<DaySection, List<String>> copy = new EnumMap<>(DaySection.class);
        names.forEach((section, all) -> {
            if (!all.isEmpty()) {
                copy.put(section, List.copyOf(all));
            }
        });
        return new OwnNames(copy);
    }

    /** As they were written, in order. */
    public List<String> of(DaySection section) {
        return names.getOrDefault(section, List.of());
    }

    /** The section that a heading of these words has by these names. */
    public Optional<DaySection> section(String words) {
        return Optional.ofNullable(sections.get(reduced(words)));
    }

    /** What keeps words from being a name of the section; empty where nothing does. */
    public static Optional<Problem> problem(DaySection section, String name) {
        Folded line = Folded.of(name);
        Label label = Label.of(line, line.skipSpaces(0), line.length());
        if (name.codePointCount(0, name.length()) > LONGEST) {
            return Optional.of(new Problem(Reason.TOO_LONG, null));
        }
        if (reduced(name).isEmpty()) {
            return Optional.of(new Problem(Reason.NO_WORDS, null));
        }
        Optional<Role> other = Role.of(label).stream()
                .filter(role -> role.section() != section)
                .findFirst();
        if (other.isPresent()) {
            return Optional.of(new Problem(Reason.OF_ANOTHER, other.get().section()));
        }
        boolean reserved = DateLine.isLabelled(Folded.of(name + ":"))
                || Role.isTitle(label)
                || begins(line, ItemLabel.TOPIC)
                || begins(line, ItemLabel.CHALLENGE)
                || begins(line, ItemLabel.SOLUTION);
        return reserved && Role.of(label).isEmpty()
                ? Optional.of(new Problem(Reason.RESERVED, null))
                : Optional.empty();
    }

    /** Whether the line is the beginning of an item and nothing else. */
    private static boolean begins(Folded line, List<String> names) {
        ItemLabel label = ItemLabel.of(line, 0, line.length(), names);
        return label != null && label.start() >= label.end();
    }

    /** What a label names, by these names or the template's: nothing, one section, or several that share a heading. */
    List<Role> roles(Label label) {
        if (sections.isEmpty()) {
            return Role.of(label);
        }
        DaySection own = sections.get(label.words().replace("&", ""));
        if (own != null) {
            Role role = Role.of(own);
            return role == null ? List.of() : List.of(role);
        }
        List<Role> roles = Role.of(label);
        return roles.isEmpty() ? joined(label) : roles;
    }

    /** What a label in everyday words names; a name of one's own says what it is. */
    List<Role> commonly(Label label) {
        return isOwn(label) ? List.of() : Role.commonly(label);
    }

    boolean isExtra(Label label, boolean afterSection) {
        DaySection own = sections.get(label.words().replace("&", ""));
        return own == null ? Role.isExtra(label, afterSection) : own == DaySection.EXTRAS;
    }

    private boolean isOwn(Label label) {
        return sections.containsKey(label.words().replace("&", ""));
    }

    private List<Role> joined(Label label) {
        List<Role> roles = new ArrayList<>();
        for (String name : label.names()) {
            DaySection own = sections.get(name);
            Role role = own == null ? Role.named(name) : Role.of(own);
            if (role == null) {
                return List.of();
            }
            if (!roles.contains(role)) {
                roles.add(role);
            }
        }
        return roles;
    }

    /** What they make of headings: the same where every text is read alike by both. */
    public String meaning() {
        return new TreeMap<>(sections).toString();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof OwnNames that && names.equals(that.names);
    }

    @Override
    public int hashCode() {
        return names.hashCode();
    }

    /** What is looked at of a name: two of which that is the same are one. */
    public static String reduced(String name) {
        Folded line = Folded.of(name);
        return Label.of(line, 0, line.length()).words().replace("&", "");
    }
}
