package dev.hansom.score.expression;

import static dev.hansom.score.expression.Rows.answer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hansom.score.Columns;
import dev.hansom.score.Row;
import dev.hansom.score.Type;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExpressionTest {
    @ParameterizedTest
    @CsvSource(delimiter = '→', quoteCharacter = '`', textBlock = """
            miles * 2                                        → 5.0
            2 + 3 * 4                                        → 14
            (2 + 3) * 4                                      → 20
            5 / 2                                            → 2.5
            5 // 2                                           → 2
            -7 // 2                                          → -3
            -7 % 2                                           → -1
            1 / 0                                            → null
            1 // 0                                           → null
            1 % 0                                            → null
            9223372036854775807 + 1                          → null
            9223372036854775807 * 2                          → null
            1e308 * 10                                       → null
            sqrt(-1)                                         → null
            ln(0)                                            → null
            fare + 1                                         → null
            pow(fare, 0)                                     → null
            miles > 2                                        → true
            fare > 2                                         → null
            fare > 2 AND FALSE                               → false
            fare > 2 OR TRUE                                 → true
            NOT fare > 2                                     → null
            fare IS NULL                                     → true
            miles IS NOT NULL                                → true
            PULocationID IN (1, 74)                          → true
            PULocationID IN (1, NULL)                        → null
            PULocationID NOT IN (1, 2)                       → true
            miles BETWEEN 1 AND 2.5                          → true
            miles NOT BETWEEN 1 AND 2.5                      → false
            flag LIKE '%_N'                                  → true
            '100%' LIKE '100!%' ESCAPE '!'                   → true
            '1000' LIKE '100!%' ESCAPE '!'                   → false
            'a!b' LIKE 'a!!_' ESCAPE '!'                     → true
            'é%x' NOT LIKE 'ééé%' ESCAPE 'é'                 → true
            CASE WHEN miles < 1 THEN 'a' WHEN miles < 3 THEN 'b' ELSE 'c' END → b
            CASE PULocationID WHEN 74 THEN 1 END             → 1
            CASE PULocationID WHEN 75 THEN 1 END             → null
            COALESCE(fare, PULocationID, 3)                  → 74.0
            NULLIF(PULocationID, 74)                         → null
            NULLIF(PULocationID, 75.5)                       → 74
            CAST('12' AS BIGINT)                             → 12
            TRY_CAST('twelve' AS BIGINT)                     → null
            miles::VARCHAR                                   → 2.5
            PULocationID || '_' || flag                      → 74_Año N
            borough(PULocationID)                            → Manhattan
            borough(DOLocationID)                            → ?
            north(PULocationID)                              → 40.8
            north(PULocationID + 1)                          → null
            rank('it''s') + rank(word)                       → 2.5
            tongue(flag)                                     → es
            BOROUGH(265)                                     → it's outside
            hour(pickup)                                     → 8
            hour(day)                                        → 0
            dayofweek(pickup) * 24 + hour(pickup)            → 8
            (epoch(dropoff) - epoch(pickup)) / 60            → 12.508333333333333
            date_diff('microsecond', pickup, dropoff) / 60000000.0 → 12.508333333333333
            date_diff('hour', TIMESTAMP '2021-01-01 09:59:00', TIMESTAMP '2021-01-01 10:00:00') → 1
            pickup >= '2021-01-31' AND day = DATE '2021-01-31' → true
            pickup + INTERVAL 1 DAY > TIMESTAMP '2021-02-01 08:00:00' → true
            CAST(pickup + INTERVAL '1 month' AS VARCHAR)     → 2021-02-28 08:05:00
            day - DATE '2021-01-01'                          → 30
            round(haversine(40.7128, -74.0060, 40.7306, -73.9352), 3) → 6.286
            haversine(91, 0, 0, 0)                           → null
            least(fare, 3, 2)                                → 2.0
            upper(flag)                                      → AÑO N
            length('a🤦')                                    → 2
            substring(flag, 2, 2)                            → ño
            pulocationid + 0                                 → 74
            NULL                                             → null
            """)
    void anExpressionAnswersForARow(String text, String expected) {
        assertThat(String.valueOf(answer(text))).as(text).isEqualTo(expected);
    }

    @Test
    void aQuotedNameIsAColumnToo() {
        assertThat(answer("\"PULocationID\"")).isEqualTo(74L);
    }

    @Test
    void aWholeNumberAndATruthAreNumbersToo() {
        Columns ride = Rows.ride().columns();
        assertThat(compile("PULocationID + 1").number(ride, 0)).isEqualTo(75);
        assertThat(compile("miles > 1").number(ride, 0)).isEqualTo(1);
        assertThat(compile("DOLocationID").number(ride, 0)).isNaN();
        assertThat(compile("fare > 1").number(ride, 0)).isNaN();
        assertThatThrownBy(() -> compile("flag").number(ride, 0))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("STRING");
    }

    @Test
    void missingDoesNotHold() {
        Columns ride = Rows.ride().columns();
        assertThat(compile("miles > 1").holds(ride, 0)).isTrue();
        assertThat(compile("fare > 1").holds(ride, 0)).isFalse();
        assertThat(compile("fare > 1 IS NULL").holds(ride, 0)).isTrue();
        assertThatThrownBy(() -> compile("miles").holds(ride, 0)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void infinityInAColumnIsMissing() {
        Row row = Rows.ride().set("miles", Double.POSITIVE_INFINITY);
        assertThat(compile("miles IS NULL").holds(row.columns(), 0)).isTrue();
    }

    @Test
    void definitionsAndLookupsAreNames() {
        Scope scope = Rows.SCOPE
                .with("hour_of_week", compile("dayofweek(pickup) * 24 + hour(pickup)"))
                .with("pair_minutes", lookup(9.5));
        Expression rule = Expression.compile("pair_minutes * (1 + hour_of_week / 100.0)", scope);
        assertThat(rule.number(Rows.ride().columns(), 0)).isEqualTo(9.5 * 1.08);
        assertThat(rule.type()).isEqualTo(Type.DOUBLE);
        assertThat(rule.columns()).containsExactlyInAnyOrder("PULocationID", "pickup");
        assertThat(rule.names()).containsExactly("pair_minutes", "hour_of_week");
        assertThatThrownBy(rule::sql).isInstanceOf(IllegalStateException.class).hasMessageContaining("pair_minutes");
    }

    @Test
    void aTableIsAmongTheNamesAndItsKeyAmongTheColumns() {
        Expression expression = compile("borough(PULocationID) = 'Queens'");
        assertThat(expression.names()).containsExactly("borough");
        assertThat(expression.columns()).containsExactly("PULocationID");
    }

    @Test
    void anInfiniteLookupIsMissing() {
        Scope scope = Rows.SCOPE.with("pair_minutes", lookup(Double.POSITIVE_INFINITY));
        assertThat(Expression.compile("pair_minutes", scope).number(Rows.ride().columns(), 0))
                .isNaN();
    }

    @Test
    void aNameStandsForOneThing() {
        assertThatThrownBy(() -> Rows.SCOPE.with("miles", compile("1"))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Rows.SCOPE.with("borough", compile("1"))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aTableIsNotNamedLikeAFunction() {
        Table hour = new Table("Hour", Map.of(), "", "");
        assertThatThrownBy(() -> Rows.SCOPE.with(hour)).hasMessageContaining("Hour");
    }

    @Test
    void sqlIsPrintedFromTheTree() {
        assertThat(compile("hour(pickup) + 1 -0").sql())
                .isEqualTo("((hour(\"pickup\") + CAST(1 AS BIGINT)) - CAST(0 AS BIGINT))");
        assertThat(compile("flag = 'it''s'").sql()).isEqualTo("(\"flag\" = 'it''s')");
    }

    private static Expression compile(String text) {
        return Expression.compile(text, Rows.SCOPE);
    }

    private static Calculation lookup(double value) {
        return new Calculation() {
            @Override
            public double number(Columns columns, int row) {
                return value;
            }

            @Override
            public Set<String> columns() {
                return Set.of("PULocationID");
            }
        };
    }
}
