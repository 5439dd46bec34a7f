package dev.hansom.data;

import dev.hansom.score.Columns;
import dev.hansom.score.Schema;
import java.util.List;
import java.util.NoSuchElementException;

/// Periods of rows in order of time, with one account and one fingerprint. `schema`: the fields, the target last.
public record Dataset(Schema schema, int fields, List<Part> parts) {
    public Dataset {
        parts = List.copyOf(parts);
    }

    /// All rows that may be asked about, in order of time.
    public Columns rows() {
        return together(schema, parts.stream().map(Part::rows).toList());
    }

    /// All rows with a usable target, in order of time.
    public Columns labelled() {
        return together(schema, parts.stream().map(Part::labelled).toList());
    }

    /// The part of that name. Errors: [NoSuchElementException] where there is none.
    public Part part(String period) {
        return parts.stream()
                .filter(part -> part.period().equals(period))
                .findFirst()
                .orElseThrow(() -> new NoSuchElementException("no period " + period));
    }

    /// The account of all parts down to [#rows()].
    public Accounting accounting() {
        return parts.stream().map(Part::accounting).reduce(Accounting.NONE, Accounting::plus);
    }

    /// The account of all parts down to [#labelled()].
    public Accounting labelledAccounting() {
        return parts.stream().map(Part::labelledAccounting).reduce(Accounting.NONE, Accounting::plus);
    }

    /// 32 hexadecimal digits for all rows read, whatever the order of files.
    public String fingerprint() {
        Schema read = new Schema(schema.columns().subList(0, fields));
        return parts.stream()
                .map(Part::fingerprint)
                .reduce(Fingerprint.NONE, Fingerprint::plus)
                .text(read);
    }

    static Columns together(Schema schema, List<Columns> each) {
        if (each.size() == 1) {
            return each.getFirst();
        }
        Columns all = new Columns(
                schema, Math.max(1, each.stream().mapToInt(Columns::size).sum()));
        for (Columns rows : each) {
            for (int row = 0; row < rows.size(); row++) {
                all.appendFrom(rows, row);
            }
        }
        return all;
    }
}
