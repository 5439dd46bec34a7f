package dev.hansom.check;

/// What was counted of one field in one period. `outside` are values that the project's checks refuse.
final class Tally {
    long rows;
    long negative;
    long positive;
    double least = Double.POSITIVE_INFINITY;
    double most = Double.NEGATIVE_INFINITY;
    final Examples outside = new Examples();
    final Examples missing = new Examples();

    long present() {
        return rows - missing.count();
    }

    double missingShare() {
        return rows == 0 ? 0 : (double) missing.count() / rows;
    }
}
