package dev.hansom.score.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.hansom.score.Columns;
import dev.hansom.score.Schema;
import dev.hansom.score.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class ProfileTest {
    private static final Schema SCHEMA = new Schema(List.of(
            new Schema.Column("at", Type.TIMESTAMP),
            new Schema.Column("zone", Type.INT64),
            new Schema.Column("miles", Type.DOUBLE),
            new Schema.Column("flag", Type.STRING),
            new Schema.Column("day", Type.DATE),
            new Schema.Column("paid", Type.BOOLEAN)));

    private static Columns rows(long seed, int size) {
        SplittableRandom random = new SplittableRandom(seed);
        Columns rows = new Columns(SCHEMA, size);
        for (int row = 0; row < size; row++) {
            rows.append();
            rows.set(0, row, random.nextLong(0, 60L * 24 * 3_600_000_000L));
            rows.set(1, row, (long) (260 * random.nextDouble() * random.nextDouble()));
            rows.set(2, row, random.nextDouble() < 0.1 ? Double.NaN : Math.exp(random.nextGaussian()));
            rows.set(3, row, random.nextDouble() < 0.3 ? null : "level " + random.nextInt(5));
            rows.set(4, row, random.nextLong(1000));
            rows.set(5, row, random.nextBoolean() ? 1L : 0L);
        }
        return rows;
    }

    private static Columns numbers(double... values) {
        Columns rows = new Columns(new Schema(List.of(new Schema.Column("x", Type.DOUBLE))), values.length);
        for (double value : values) {
            rows.set(0, rows.append(), value);
        }
        return rows;
    }

    private static Columns wholes(long... values) {
        Columns rows = new Columns(new Schema(List.of(new Schema.Column("x", Type.INT64))), values.length);
        for (long value : values) {
            rows.set(0, rows.append(), value);
        }
        return rows;
    }

    @Test
    void partsAddUpExactlyInAnyOrderAndGrouping() {
        Columns rows = rows(1, 2000);
        Profile all = Profile.of(rows);
        List<Profile> parts = new ArrayList<>();
        for (int part = 0; part < 7; part++) {
            Profile profile = all.emptied();
            for (int row = part; row < rows.size(); row += 7) {
                profile.add(rows, row);
            }
            parts.add(profile);
        }
        Collections.shuffle(parts, new Random(3));
        Profile left = parts.stream().reduce(all.emptied(), Profile::plus);
        Profile right = parts.get(0)
                .plus(parts.get(1))
                .plus(parts.subList(2, 7).stream().reduce(all.emptied(), Profile::plus));
        assertThat(left).isEqualTo(all).isEqualTo(right).hasSameHashCodeAs(all);
        assertThat(all.minus(parts.get(0)).plus(parts.get(0))).isEqualTo(all);
    }

    @Test
    void everyRowLiesInOneBinOfEachColumn() {
        Columns rows = rows(2, 500);
        Profile profile = Profile.of(rows);
        profile.add(rows(3, 300));
        assertThat(profile.histograms()).allMatch(histogram -> histogram.total() == 800);
        assertThat(profile.histograms())
                .extracting(Histogram::name)
                .containsExactly("at.hour", "at.weekday", "zone", "miles", "flag", "day.weekday", "paid");
    }

    @Test
    void factsReadBackAsTheHistogram() {
        Profile profile = Profile.of(rows(4, 1000));
        assertThat(profile.histograms())
                .allSatisfy(
                        histogram -> assertThat(Facts.of(histogram).histogram()).isEqualTo(histogram));
        assertThatThrownBy(() -> new Facts("x", "x", "circle", List.of(), List.of(), List.of()).histogram())
                .hasMessageStartingWith("kind circle (expected: number");
    }

    @Test
    void binsOfANumberHoldEquallyManyAndTheRestLiesBelowAndAbove() {
        double[] values = new double[100];
        Arrays.setAll(values, i -> i + 1);
        Profile profile = Profile.of(numbers(values));
        Histogram histogram = profile.histograms().get(0);
        assertThat(histogram.comparable()).hasSize(20).containsOnly(5L);
        profile.add(numbers(0.5, 100.5, Double.NaN, 1, 100, Double.POSITIVE_INFINITY));
        assertThat(histogram.counts()[0]).isEqualTo(1);
        assertThat(histogram.counts()[21]).isEqualTo(2);
        assertThat(histogram.missing()).isEqualTo(1);
        assertThat(histogram.bins().label(0)).isEqualTo("below 1");
        assertThat(histogram.bins().label(1)).isEqualTo("1 to 5");
        assertThat(histogram.bins().label(21)).isEqualTo("above 100");
    }

    @Test
    void tiesShareABin() {
        Histogram histogram =
                Profile.of(numbers(1, 1, 1, 1, 1, 1, 1, 1, 2, 3)).histograms().get(0);
        assertThat(histogram.comparable()).containsExactly(9, 1);
    }

    @Test
    void aMedianIsWithinItsBin() {
        double[] values = new double[1000];
        Arrays.setAll(values, i -> Math.sqrt(i));
        Histogram histogram = Profile.of(numbers(values)).histograms().get(0);
        assertThat(histogram.quantile(0.5)).isCloseTo(Math.sqrt(499), within(0.3));
        assertThat(histogram.quantile(0)).isEqualTo(0);
        assertThat(histogram.quantile(1)).isEqualTo(Math.sqrt(999));
        assertThat(histogram.emptied().quantile(0.5)).isNaN();
    }

    @Test
    void aColumnThatIsMissingEverywhereHasAProfile() {
        Profile profile = Profile.of(numbers(Double.NaN, Double.NaN));
        assertThat(profile.histograms().get(0).missing()).isEqualTo(2);
        assertThat(profile.histograms().get(0).present()).isZero();
    }

    @Test
    void aLevelNeverSeenIsNewAndAFewLevelsStandAlone() {
        Profile profile = Profile.of(wholes(7, 7, 7, 4, 4, 9));
        Histogram histogram = profile.histograms().get(0);
        assertThat(histogram.bins().label(0)).isEqualTo("7");
        profile.add(wholes(8, -7, Columns.NULL));
        assertThat(histogram.unseen()).isEqualTo(2);
        assertThat(histogram.missing()).isEqualTo(1);
        assertThat(histogram.comparable()).containsExactly(3, 2, 1, 2);
    }

    @Test
    void ofManyLevelsTheFrequentStandAloneAndWholeQuantitiesAreNumbers() {
        Histogram zones = Profile.of(
                        wholes(LongStream.range(0, 2600).map(i -> i % 260).toArray()))
                .histograms()
                .get(0);
        assertThat(zones.comparable()).hasSize(31);
        assertThat(zones.counts()).hasSize(263);
        Histogram metres = Profile.of(wholes(LongStream.range(0, 2600).toArray()))
                .histograms()
                .get(0);
        assertThat(metres.bins()).isInstanceOf(NumberBins.class);
        assertThat(metres.comparable()).hasSize(20);
    }

    @Test
    void anUnlistedLevelMayBeARareOneWhereTheReferenceHadMore() {
        Columns rows = new Columns(new Schema(List.of(new Schema.Column("x", Type.STRING))), 1);
        for (int i = 0; i < 1200; i++) {
            rows.set(0, rows.append(), "name " + i);
        }
        Profile profile = Profile.of(rows);
        Histogram histogram = profile.histograms().get(0);
        assertThat(histogram.counts()[((LevelBins) histogram.bins()).rare()]).isEqualTo(200);
        profile.add(rows, 0);
        assertThat(histogram.unseen()).isZero();
    }

    @Test
    void timesAreHoursAndDaysOfTheWeek() {
        Columns rows = new Columns(new Schema(List.of(new Schema.Column("at", Type.TIMESTAMP))), 1);
        long thursday = 5 * 3_600_000_000L;
        rows.set(0, rows.append(), thursday);
        rows.set(0, rows.append(), -1L);
        List<Histogram> histograms = Profile.of(rows).histograms();
        assertThat(histograms.get(0).counts()[5]).isEqualTo(1);
        assertThat(histograms.get(0).counts()[23]).isEqualTo(1);
        assertThat(histograms.get(1).bins().label(3)).isEqualTo("Thursday");
        assertThat(histograms.get(1).counts()).containsExactly(0, 0, 1, 1, 0, 0, 0, 0);
    }

    @Test
    void profilesOfOtherBinsDoNotMix() {
        Profile one = Profile.of(numbers(1, 2, 3));
        Profile other = Profile.of(numbers(1, 2, 4));
        assertThatThrownBy(() -> one.plus(other)).hasMessage("x and x have different bins");
        assertThatThrownBy(() -> one.emptied().minus(one)).hasMessageStartingWith("x: more is taken away");
        assertThatThrownBy(() -> Profile.of(numbers(1), List.of("y"))).hasMessage("no column y");
    }
}
