package dev.hansom.score.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ErrorsTest {
    @ParameterizedTest
    @CsvSource(delimiter = '→', quoteCharacter = '`', textBlock = """
            mile * 2                → 0  → no column, definition or lookup mile; did you mean miles?
            miles * pickpu          → 8  → no column, definition or lookup pickpu; did you mean pickup?
            nothing_like_it         → 0  → no column, definition or lookup nothing_like_it (known: miles, fare, PULocationID, DOLocationID, pickup, dropoff, day, flag, …)
            hourr(pickup)           → 0  → no function or table hourr; did you mean hour?
            borugh(PULocationID)    → 0  → no function or table borugh; did you mean borough?
            miles(2)                → 0  → miles is a value, not a function or table
            borough                 → 0  → borough is a table; it is called with a key: borough(…)
            hour                    → 0  → no column, definition or lookup hour; hour is a function: hour(…)
            miles + flag            → 6  → cannot apply + to DOUBLE and STRING (expected: (INT64, INT64) or (DOUBLE, DOUBLE) or (DATE, INT64)); text is joined by ||
            dropoff - pickup        → 8  → cannot apply - to TIMESTAMP and TIMESTAMP (expected: (INT64, INT64) or (DOUBLE, DOUBLE) or (DATE, INT64) or (DATE, DATE)); the seconds between two moments are epoch(a) - epoch(b)
            miles // 2              → 6  → cannot apply // to DOUBLE and INT64 (expected: (INT64, INT64)); // divides whole numbers, else write floor(a / b)
            miles > flag            → 6  → cannot compare DOUBLE and STRING with >
            miles AND night         → 6  → cannot apply and to DOUBLE and BOOLEAN (expected: (BOOLEAN, BOOLEAN))
            sqrt()                  → 0  → cannot apply sqrt to nothing (expected: (DOUBLE))
            hour(miles)             → 0  → cannot apply hour to DOUBLE (expected: (TIMESTAMP))
            borough(miles)          → 0  → cannot apply table borough to DOUBLE (expected: (INT64)); CAST(… AS BIGINT) makes a whole number
            CASE WHEN miles THEN 1 END → 10 → WHEN needs a BOOLEAN, not DOUBLE
            CASE WHEN night THEN 1 ELSE 'a' END → 0 → the values of CASE have no common type: INT64 and STRING
            coalesce(miles, flag)   → 0  → the values of coalesce have no common type: DOUBLE and STRING
            CAST(miles AS DOUBEL)   → 14 → no type DOUBEL; did you mean double? (types: DOUBLE, BIGINT, VARCHAR, TIMESTAMP, DATE, BOOLEAN)
            PULocationID::TIMESTAMP → 12 → no conversion from INT64 to TIMESTAMP; microseconds become make_timestamp(…)
            date_part('huor', pickup) → 10 → no part of a time 'huor'; did you mean 'hour'? (parts: microsecond, millisecond, second, minute, hour, day, week, month, quarter, year, dayofweek, isodow, dayofyear)
            date_diff('hour', pickup) → 0 → cannot apply date_diff to STRING and TIMESTAMP (expected: ('hour', TIMESTAMP, TIMESTAMP))
            pickup > TIMESTAMP '31.1.2021' → 19 → '31.1.2021' is no TIMESTAMP (expected: like '2021-01-31 08:05:00')
            pickup > 'yesterday'    → 7  → cannot compare TIMESTAMP and STRING with >
            pickup + INTERVAL 1 HUOR → 18 → no interval 1 HUOR (expected: a whole number and a unit, like INTERVAL 3 DAY)
            miles + INTERVAL 1 HOUR → 6  → cannot apply + to DOUBLE and INTERVAL (expected: TIMESTAMP + INTERVAL or TIMESTAMP - INTERVAL)
            INTERVAL 1 HOUR         → 0  → an interval is only added to or taken from a date or moment: at + INTERVAL 1 DAY
            1 < miles < 3           → 10 → comparisons do not chain; join two with AND
            miles +                 → 7  → expected a value, found the end
            (miles                  → 6  → expected ), found the end
            miles miles             → 6  → expected an operator or the end, found miles
            flag LIKE 'a!' ESCAPE '!' → 5 → the pattern ends with its escape character (expected: a character behind it)
            flag LIKE 'a' ESCAPE 'no' → 5 → ESCAPE no (expected: one character)
            flag LIKE flag ESCAPE '!' → 5 → LIKE with ESCAPE needs its pattern and character written in place
            miles NOT 3             → 10 → expected IN, BETWEEN or LIKE after NOT, found 3
            miles IN ()             → 6  → IN needs at least one value
            CASE miles END          → 11 → expected WHEN, found END
            miles ^ 2               → 6  → the character ^ means nothing here; a power is pow(x, y)
            miles -- a comment      → 6  → comments have no place in an expression
            'open                   → 0  → a ' without its partner
            1.2.3                   → 3  → a number runs into .
            12km                    → 2  → a number runs into k
            9223372036854775808     → 0  → a whole number beyond 64 bits; written 9223372036854775808.0 it is a DOUBLE
            1e999                   → 0  → a number beyond 1.8e308
            end + 1                 → 0  → expected a value, found the keyword end; a column of this name is "end"
            """)
    void anErrorSaysWhatIsWrongAndWhere(String text, int offset, String message) {
        ExpressionException error =
                catchThrowableOfType(ExpressionException.class, () -> Expression.compile(text, Rows.SCOPE));
        assertThat(error).as(text).isNotNull();
        assertThat(error).hasMessage(message);
        assertThat(error.offset()).as(text).isEqualTo(offset);
    }

    @Test
    void anEmptyTextIsAnError() {
        assertThatThrownBy(() -> Expression.compile("  ", Rows.SCOPE)).hasMessage("an empty expression");
    }

    @Test
    void theCaretStandsUnderThePlace() {
        assertThat(error("miles * pickpu").caret()).isEqualTo("""
                miles * pickpu
                        ^""".replace("\n", System.lineSeparator()));
    }

    @Test
    void theCaretShowsOnlyTheLine() {
        assertThat(error("miles\n + 🤦\n + 1").caret()).isEqualTo(" + 🤦" + System.lineSeparator() + "   ^");
        assertThat(error("miles + " + " ".repeat(500) + "wrong" + " ".repeat(500))
                        .caret())
                .hasSizeLessThan(250);
    }

    @Test
    void aMessageIsOneLineWhateverTheTextHolds() {
        assertThat(error("\"a\nb\u001b[31m" + "x".repeat(1000) + "\"").getMessage())
                .hasSizeLessThan(300)
                .doesNotContain("\n", "\u001b");
    }

    @Test
    void aNameThatCouldBeTwoColumnsIsAnError() {
        Scope scope = Rows.SCOPE.with("Miles", Expression.compile("1", Rows.SCOPE));
        assertThat(Expression.compile("Miles", scope).number(Rows.ride().columns(), 0))
                .isEqualTo(1);
        assertThatThrownBy(() -> Expression.compile("MILES", scope)).hasMessage("MILES could be any of miles, Miles");
    }

    private static ExpressionException error(String text) {
        return catchThrowableOfType(ExpressionException.class, () -> Expression.compile(text, Rows.SCOPE));
    }
}
