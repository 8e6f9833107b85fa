/**
 * Markdown that a person wrote, drawn as HTML that is safe to show: every word of it, at a cost that its length bounds
 * (docs/adr/0007, 0015). Knows nothing of days.
 *
 * <p>Begin with {@link dev.tilab.journal.markdown.MarkdownRenderer}.
 */
package dev.tilab.journal.markdown;
