package dev.hansom.check;

/// A row of a file: row 1 is the first one under the header.
public record Place(String file, long row) {
    @Override
    public String toString() {
        return file + " row " + row;
    }
}
