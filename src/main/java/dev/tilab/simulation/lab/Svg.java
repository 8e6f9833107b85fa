package dev.tilab.simulation.lab;

/**
 * Writes a small drawing: places in units that a page scales, to a tenth, and how a shape looks by its class. What is drawn over
 * and over (crosses, dots) is one path, so that a page with three drawings stays small.
 */
public final class Svg {

    private static final String LETTERS = "ABCD";

    private final int width;
    private final int height;
    private final StringBuilder shapes = new StringBuilder();

    public Svg(int width, int height) {
        this.width = width;
        this.height = height;
    }

    public Svg rect(String look, double x, double y, double wide, double high) {
        shapes.append("<rect class=\"" + look + "\" x=\"" + n(x) + "\" y=\"" + n(y) + "\" width=\"" + n(wide)
                + "\" height=\"" + n(high) + "\"/>");
        return this;
    }

    public Svg line(String look, double x1, double y1, double x2, double y2) {
        return path(look, "M" + n(x1) + " " + n(y1) + "L" + n(x2) + " " + n(y2));
    }

    /** @param way as {@code d} of a path has it; nothing is drawn where it is empty */
    public Svg path(String look, String way) {
        if (!way.isEmpty()) {
            shapes.append("<path class=\"" + look + "\" d=\"" + way + "\"/>");
        }
        return this;
    }

    /** A lane's letter in the lane's own shape, as everywhere: disc, square, diamond, triangle. */
    public Svg tag(double x, double y, int lane) {
        String look = "lane-" + (char) ('a' + lane);
        switch (lane) {
            case 0 -> shapes.append("<circle class=\"" + look + "\" cx=\"" + n(x) + "\" cy=\"" + n(y) + "\" r=\"8\"/>");
            case 1 -> rect(look, x - 7.5, y - 7.5, 15, 15);
            case 2 -> path(look, "M" + n(x) + " " + n(y - 9.5) + "l9.5 9.5-9.5 9.5-9.5-9.5z");
            default -> path(look, "M" + n(x) + " " + n(y - 10) + "l9.5 17h-19z");
        }
        return text("letter", x, y + (lane == 3 ? 5.5 : 3.7), LETTERS.substring(lane, lane + 1));
    }

    public Svg text(String look, double x, double y, String words) {
        shapes.append(
                "<text class=\"" + look + "\" x=\"" + n(x) + "\" y=\"" + n(y) + "\">" + escaped(words) + "</text>");
        return this;
    }

    /** A cross as a part of a path: its middle, and half its width. */
    public static String cross(double x, double y, double half) {
        return "M" + n(x - half) + " " + n(y - half) + "l" + n(2 * half) + " " + n(2 * half) + "m0 " + n(-2 * half)
                + "l" + n(-2 * half) + " " + n(2 * half);
    }

    /** A point of a way, behind {@code M} or {@code L}. */
    public static String point(double x, double y) {
        return n(x) + " " + n(y);
    }

    /** What is drawn, without the element around it. */
    public String shapes() {
        return shapes.toString();
    }

    /** The whole drawing, read out as its title and what it shows. */
    String element(String id, String title, String shown) {
        return "<svg class=\"still\" viewBox=\"0 0 " + width + " " + height + "\" role=\"img\" aria-labelledby=\"" + id
                + "-t " + id + "-d\"><title id=\"" + id + "-t\">" + escaped(title) + "</title><desc id=\"" + id
                + "-d\">"
                + escaped(shown) + "</desc>" + shapes + "</svg>";
    }

    /** A number as the drawing writes it. */
    public static String number(double number) {
        return n(number);
    }

    private static String n(double number) {
        // Films have a hundred thousand of them.
        long tenths = Math.round(number * 10);
        long rest = Math.abs(tenths % 10);
        return (tenths < 0 && tenths > -10 ? "-" : "") + tenths / 10 + (rest == 0 ? "" : "." + rest);
    }

    private static String escaped(String words) {
        return words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
