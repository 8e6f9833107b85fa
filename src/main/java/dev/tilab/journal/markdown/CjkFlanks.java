package dev.tilab.journal.markdown;

import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.commonmark.node.Code;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.SourceLine;
import org.commonmark.parser.SourceLines;
import org.commonmark.text.Characters;

/**
 * Lets {@code **로드 밸런서(ELB)**는} be bold. CommonMark wants a space, or another sign, between a closing run after a sign and
 * the letter that follows; Korean, Chinese and Japanese write none there. The rule is the one of the CJK-friendly emphasis
 * amendment: such a letter counts as a sign. commonmark has no place to say so, hence a sign is put there while it reads, one
 * that the text does not have, and is taken away from all that it read. Texts without such letters are read as ever.
 */
final class CjkFlanks {

    private static final Set<UnicodeScript> SCRIPTS = EnumSet.of(
            UnicodeScript.HANGUL,
            UnicodeScript.HAN,
            UnicodeScript.HIRAGANA,
            UnicodeScript.KATAKANA,
            UnicodeScript.BOPOMOFO);

    /** Not {@code _}, which by CommonMark's rule stays part of a word. */
    private static final String RUNS = "*~=";

    /** Signs to choose from; no keyboard has them. */
    private static final String SIGNS = "\uA673\u2E43\u061E\u2E3B";

    private final SourceLines lines;
    private final char sign;

    private CjkFlanks(SourceLines lines, char sign) {
        this.lines = lines;
        this.sign = sign;
    }

    /** The lines of a paragraph with signs where a run could else neither open nor close. */
    static CjkFlanks of(SourceLines lines) {
        String text = lines.getContent();
        for (int i = 0; i < SIGNS.length(); i++) {
            char sign = SIGNS.charAt(i);
            if (text.indexOf(sign) < 0) {
                List<SourceLine> changed = changed(lines.getLines(), sign);
                return changed == null ? new CjkFlanks(lines, '\0') : new CjkFlanks(SourceLines.of(changed), sign);
            }
        }
        return new CjkFlanks(lines, '\0');
    }

    SourceLines lines() {
        return lines;
    }

    /** The text as it was typed. */
    String without(String text) {
        return text == null || sign == '\0' || text.indexOf(sign) < 0 ? text : text.replace(String.valueOf(sign), "");
    }

    /** Takes the signs away from all that was read below the block. */
    void clear(Node block) {
        if (sign == '\0') {
            return;
        }
        for (Node node = block; node != null; node = Nodes.after(node, block)) {
            clearOne(node);
        }
    }

    private void clearOne(Node node) {
        if (node instanceof Text text) {
            text.setLiteral(without(text.getLiteral()));
        } else if (node instanceof Code code) {
            code.setLiteral(without(code.getLiteral()));
        } else if (node instanceof HtmlInline html) {
            html.setLiteral(without(html.getLiteral()));
        } else if (node instanceof Link link) {
            link.setDestination(without(link.getDestination()));
            link.setTitle(without(link.getTitle()));
        } else if (node instanceof Image image) {
            image.setDestination(without(image.getDestination()));
            image.setTitle(without(image.getTitle()));
        }
    }

    /** Null where nothing is to be changed, which is nearly always. */
    private static List<SourceLine> changed(List<SourceLine> lines, char sign) {
        List<SourceLine> changed = null;
        for (int i = 0; i < lines.size(); i++) {
            SourceLine line = lines.get(i);
            CharSequence text = changed(line.getContent(), sign);
            if (text != line.getContent()) {
                if (changed == null) {
                    changed = new ArrayList<>(lines);
                }
                // Where it stands in the file is of no use any more, nor does anybody ask.
                changed.set(i, SourceLine.of(text, null));
            }
        }
        return changed;
    }

    private static CharSequence changed(CharSequence line, char sign) {
        StringBuilder changed = null;
        int copied = 0;
        for (int start = 0; start < line.length(); start++) {
            char run = line.charAt(start);
            if (RUNS.indexOf(run) < 0) {
                continue;
            }
            int end = start + 1;
            while (end < line.length() && line.charAt(end) == run) {
                end++;
            }
            if (start > 0 && end < line.length()) {
                int before = Character.codePointBefore(line, start);
                int after = Character.codePointAt(line, end);
                int at = letter(before) && sign(after) ? start : sign(before) && letter(after) ? end : -1;
                if (at >= 0) {
                    changed = changed == null ? new StringBuilder(line.length() + 8) : changed;
                    changed.append(line, copied, at).append(sign);
                    copied = at;
                }
            }
            start = end - 1;
        }
        return changed == null ? line : changed.append(line, copied, line.length());
    }

    private static boolean letter(int codePoint) {
        return Character.isLetter(codePoint) && SCRIPTS.contains(UnicodeScript.of(codePoint));
    }

    private static boolean sign(int codePoint) {
        return Characters.isPunctuationCodePoint(codePoint);
    }
}
