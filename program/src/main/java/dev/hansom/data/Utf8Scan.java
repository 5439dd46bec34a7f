package dev.hansom.data;

/// Looks through bytes for where they are UTF-8 beyond ASCII, where they are not UTF-8, and where a NUL is.
///
/// Lines are counted from 1 and 0 is nowhere. Source: RFC 3629, but for surrogates and overlong forms, which nobody
/// writes by accident.
final class Utf8Scan {
    private long line = 1;
    private int open;
    private long good;
    private long bad;
    private long nul;

    /// The next `count` bytes.
    void add(byte[] bytes, int count) {
        for (int i = 0; i < count; i++) {
            int b = bytes[i];
            if (open > 0) {
                if ((b & 0xC0) == 0x80) {
                    open--;
                    if (open == 0 && good == 0) {
                        good = line;
                    }
                    continue;
                }
                open = 0;
                bad = bad == 0 ? line : bad;
            }
            if (b > 0) {
                line += b == '\n' ? 1 : 0;
            } else if (b == 0) {
                nul = nul == 0 ? line : nul;
            } else {
                open = follow(b & 0xFF);
                if (open == 0) {
                    bad = bad == 0 ? line : bad;
                }
            }
        }
    }

    /// The first line with text beyond ASCII that is UTF-8.
    long goodLine() {
        return good;
    }

    /// The first line that is not UTF-8.
    long badLine() {
        return bad;
    }

    /// The first line with a NUL byte.
    long nulLine() {
        return nul;
    }

    private static int follow(int first) {
        if (first >= 0xC2 && first <= 0xDF) {
            return 1;
        }
        if (first >= 0xE0 && first <= 0xEF) {
            return 2;
        }
        return first >= 0xF0 && first <= 0xF4 ? 3 : 0;
    }
}
