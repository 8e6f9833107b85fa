package dev.tilab.journal.markdown;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.Node;
import org.commonmark.parser.PostProcessor;
import org.springframework.web.util.HtmlUtils;

/** What stands behind a code block's fence beside the language, such as a file's name, becomes a line above the code. */
final class CodeTitles implements PostProcessor {

    private final Pattern language;

    CodeTitles(Pattern language) {
        this.language = language;
    }

    @Override
    public Node process(Node document) {
        document.accept(new AbstractVisitor() {
            @Override
            public void visit(FencedCodeBlock code) {
                String info = code.getInfo() == null ? "" : code.getInfo().strip();
                String[] parts = info.split("\\s+", 2);
                String title = language.matcher(parts[0]).matches() ? parts.length > 1 ? parts[1] : "" : info;
                if (!title.isEmpty()) {
                    HtmlBlock line = new HtmlBlock();
                    line.setLiteral("<p class=\"code-title\">"
                            + HtmlUtils.htmlEscape(title, StandardCharsets.UTF_8.name()) + "</p>");
                    code.insertBefore(line);
                }
            }
        });
        return document;
    }
}
