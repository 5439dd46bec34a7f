package dev.hansom.report.plot;

/// What an axis measures: name, unit (empty for none), and the decimals in which values are written.
public record Quantity(String name, String unit, int decimals) {
    /// A value without its unit.
    public String text(double value) {
        return Numerals.number(value, decimals);
    }

    /// Name and unit as an axis has them.
    public String label() {
        return unit.isEmpty() ? name : name + ", " + unit;
    }
}
