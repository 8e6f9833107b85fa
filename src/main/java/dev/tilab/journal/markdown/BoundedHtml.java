package dev.tilab.journal.markdown;

/** HTML that may not grow longer than the budget allows. */
final class BoundedHtml implements Appendable {

    private final StringBuilder html = new StringBuilder();
    private final RenderingBudget budget;

    BoundedHtml(RenderingBudget budget) {
        this.budget = budget;
    }

    @Override
    public Appendable append(CharSequence text) {
        return append(text, 0, text.length());
    }

    @Override
    public Appendable append(CharSequence text, int start, int end) {
        room(end - start);
        html.append(text, start, end);
        return this;
    }

    @Override
    public Appendable append(char c) {
        room(1);
        html.append(c);
        return this;
    }

    private void room(int more) {
        if (html.length() + more > budget.htmlLimit()) {
            throw new TooIntricateException();
        }
        budget.spend(1);
    }

    @Override
    public String toString() {
        return html.toString();
    }
}
