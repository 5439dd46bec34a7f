package dev.hansom.score.expression;

/// User text made fit for one line of a message: short, and without control characters.
final class Shown {
    private static final int LENGTH_AT_MOST = 40;

    private Shown() {}

    static String of(String text) {
        String start = text.length() <= LENGTH_AT_MOST ? text : text.substring(0, LENGTH_AT_MOST) + "…";
        StringBuilder shown = new StringBuilder();
        start.codePoints().map(Shown::printable).forEach(shown::appendCodePoint);
        return shown.toString();
    }

    private static int printable(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE -> '?';
            default -> point;
        };
    }
}
