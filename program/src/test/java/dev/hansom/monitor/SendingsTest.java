package dev.hansom.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hansom.base.Progress;
import dev.hansom.score.Columns;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SendingsTest {
    private final Town town = new Town(3, 100);
    private long now = 1_000_000;

    /// Sends rows in the order of their times.
    private void send(Columns rows, Observed to) {
        Observed traffic = town.traffic(rows);
        IntStream.range(0, rows.size())
                .boxed()
                .sorted(Comparator.comparingLong(row -> rows.integer(0, row)))
                .forEach(row -> to.add(traffic.fields(), row, traffic.answer(row), now++));
    }

    private Columns kilometres(long from, int days) {
        Columns rows = town.rows(from, days);
        for (int row = 0; row < rows.size(); row++) {
            rows.set(2, row, rows.number(2, row) * 1.609344);
        }
        return rows;
    }

    private Observed nothing() {
        return new Observed(Town.PROJECT.askedSchema());
    }

    @Test
    void ofAMonthThatIsSentAgainTheNewestSendingCounts() {
        Baseline baseline = Town.baseline(town.rows(Town.JANUARY, 31));
        Observed observed = nothing();
        send(town.rows(Town.MARCH, 31), observed);
        send(kilometres(Town.MARCH, 31), observed);
        MonitorResult result = new Watching(Town.PROJECT).watch(baseline, observed, Expected.UNKNOWN, Progress.NONE);
        assertThat(result.superseded()).isEqualTo(3100);
        assertThat(result.answered().requests()).isEqualTo(3100);
        assertThat(result.stray()).isZero();
        assertThat(result.windows()).allMatch(window -> window.status() == Status.RED);
    }

    @Test
    void daysThatWereNotSentAgainStay() {
        Observed observed = nothing();
        send(town.rows(Town.MARCH, 31), observed);
        send(town.rows(Town.MARCH, 7), observed);
        assertThat(Sendings.superseded(observed).cardinality()).isEqualTo(700);
    }

    /// Wherever the border lies within a block.
    @ParameterizedTest
    @ValueSource(ints = {1, 3, 7, 10, 13, 16, 17})
    void everyRowOfTheOlderSendingAndNoOtherIsSuperseded(int more) {
        Observed observed = nothing();
        send(new Town(8, more).rows(Town.JANUARY, 1), observed);
        send(town.rows(Town.MARCH, 31), observed);
        send(town.rows(Town.MARCH, 31), observed);
        BitSet superseded = Sendings.superseded(observed);
        assertThat(superseded.cardinality()).isEqualTo(3100);
        assertThat(superseded.nextSetBit(0)).isEqualTo(more);
        assertThat(superseded.length()).isEqualTo(more + 3100);
    }

    @Test
    void aFewRowsThatSomebodyTriesReplaceNothing() {
        Observed observed = nothing();
        send(town.rows(Town.MARCH, 31), observed);
        send(new Town(9, 5).rows(Town.MARCH, 2), observed);
        assertThat(Sendings.superseded(observed).cardinality()).isZero();
    }

    @Test
    void rowsWithAWrongClockBeginNothing() {
        Observed observed = nothing();
        Columns rows = town.rows(Town.MARCH, 31);
        Observed traffic = town.traffic(rows);
        for (int row = 0; row < rows.size(); row++) {
            Observed.Answer answer = traffic.answer(row);
            long at = row % 97 == 0 ? 0 : answer.at();
            observed.add(
                    traffic.fields(),
                    row,
                    new Observed.Answer(at, "model", "", 1, 1, 1, Double.NaN, Columns.NULL),
                    now++);
        }
        assertThat(Sendings.superseded(observed).cardinality()).isZero();
    }

    @Test
    void anOldMonthThatIsSentBesideLiveTrafficIsOneOfTwoStreams() {
        Observed observed = nothing();
        List<Columns> both = List.of(town.rows(Town.JANUARY, 31), town.rows(Town.MARCH, 31));
        List<Observed> traffic = both.stream().map(town::traffic).toList();
        for (int row = 0; row < 3100; row++) {
            int stream = row / 250 % 2;
            observed.add(traffic.get(stream).fields(), row, traffic.get(stream).answer(row), now++);
        }
        assertThat(Sendings.superseded(observed).cardinality()).isZero();
    }
}
