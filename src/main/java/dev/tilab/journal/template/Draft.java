package dev.tilab.journal.template;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The changes to a document's lines. What is not touched keeps its characters and its own line end. */
final class Draft {

    /** A line of the result; without a line end of its own it takes that of the line before it. */
    record Piece(String content, String eol) {}

    private record Patch(int from, int to, String text) {}

    private record Block(int end, List<Piece> pieces) {}

    private final Lines lines;
    private final boolean[] deleted;
    private final Map<Integer, List<Patch>> patches = new HashMap<>();
    private final Map<Integer, List<String>> inserted = new HashMap<>();
    private final Map<Integer, Block> blocks = new HashMap<>();

    Draft(Lines lines) {
        this.lines = lines;
        this.deleted = new boolean[lines.size()];
    }

    Lines lines() {
        return lines;
    }

    /** Replaces a part of a line. */
    void patch(int line, int from, int to, String text) {
        patches.computeIfAbsent(line, i -> new ArrayList<>()).add(new Patch(from, to, text));
    }

    void delete(int line) {
        deleted[line] = true;
    }

    /** Adds lines after this one (-1: before all), behind those added there before. */
    void insertAfter(int line, List<String> contents) {
        inserted.computeIfAbsent(line, i -> new ArrayList<>()).addAll(contents);
    }

    /** Gives the lines {@code [from, end)} these contents; those that are the same at both ends are not touched. */
    void replace(int from, int end, List<String> contents) {
        int head = 0;
        int shorter = Math.min(end - from, contents.size());
        while (head < shorter && lines.content(from + head).equals(contents.get(head))) {
            head++;
        }
        int tail = 0;
        while (tail < shorter - head
                && lines.content(end - 1 - tail).equals(contents.get(contents.size() - 1 - tail))) {
            tail++;
        }
        int line = from + head;
        int next = head;
        for (; line < end - tail && next < contents.size() - tail; line++, next++) {
            patch(line, 0, lines.content(line).length(), contents.get(next));
        }
        insertAfter(line - 1, contents.subList(next, contents.size() - tail));
        for (; line < end - tail; line++) {
            delete(line);
        }
    }

    /** Puts these pieces in the place of the lines {@code [from, end)}; an empty range stands before its line. */
    void arrange(int from, int end, List<Piece> pieces) {
        blocks.put(from, new Block(end, pieces));
    }

    /** The lines {@code [from, end)} as they are after the changes so far; what was added to them is taken out of the draft. */
    List<Piece> take(int from, int end) {
        List<Piece> out = new ArrayList<>();
        for (int i = from; i < end; i++) {
            line(i, out);
            inserted.remove(i);
        }
        return out;
    }

    /** The whole text after all changes. */
    String text() {
        List<Piece> out = new ArrayList<>();
        insertions(-1, out);
        int i = 0;
        while (i < lines.size()) {
            Block block = blocks.get(i);
            if (block == null) {
                line(i++, out);
                continue;
            }
            out.addAll(block.pieces);
            for (int j = i; j < block.end; j++) {
                insertions(j, out);
            }
            i = block.end;
        }
        return joined(out);
    }

    private void line(int i, List<Piece> out) {
        if (!deleted[i]) {
            out.add(new Piece(content(i), lines.eol(i)));
        }
        insertions(i, out);
    }

    private void insertions(int after, List<Piece> out) {
        for (String content : inserted.getOrDefault(after, List.of())) {
            out.add(new Piece(content, null));
        }
    }

    private String content(int i) {
        List<Patch> changes = patches.get(i);
        if (changes == null) {
            return lines.content(i);
        }
        StringBuilder content = new StringBuilder(lines.content(i));
        changes.stream()
                .sorted(Comparator.comparingInt(Patch::from).reversed())
                .forEach(change -> content.replace(change.from, change.to, change.text));
        return content.toString();
    }

    private String joined(List<Piece> pieces) {
        StringBuilder text = new StringBuilder(lines.text().length() + 256);
        boolean endsOpen = lines.size() > 0 && lines.eol(lines.size() - 1).isEmpty();
        String usual = lines.usualEol();
        String previous = usual;
        for (int i = 0; i < pieces.size(); i++) {
            Piece piece = pieces.get(i);
            boolean last = i + 1 == pieces.size();
            String eol = piece.eol;
            if (last) {
                eol = eol == null ? endsOpen ? "" : previous : eol;
            } else if (eol == null || eol.isEmpty()) {
                eol = eol == null ? previous : usual;
            }
            boolean merges = !last && eol.equals("\r") && startsWithLineFeed(pieces.get(i + 1), eol);
            text.append(piece.content).append(merges ? "\r\n" : eol);
            previous = eol.isEmpty() ? usual : eol;
        }
        return text.toString();
    }

    /** A bare CR before an empty line that ends in LF would turn into one line end where lines were moved together. */
    private static boolean startsWithLineFeed(Piece next, String eol) {
        return next.content.isEmpty() && "\n".equals(next.eol == null ? eol : next.eol);
    }
}
