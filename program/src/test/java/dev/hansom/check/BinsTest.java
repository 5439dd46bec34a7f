package dev.hansom.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class BinsTest {
    private static final int ROWS = 20_000;

    @Test
    void fewNumbersBesideAHeapOfOneAreToldApart() {
        Random random = new Random(1);
        double[] recovered = new double[ROWS];
        double[] defaulted = new double[ROWS];
        for (int row = 0; row < ROWS; row++) {
            defaulted[row] = random.nextInt(200) == 0 ? 1 : 0;
            recovered[row] = defaulted[row] * (1 + 900 * random.nextDouble());
        }
        assertThat(SingleScore.of(Bins.ofNumbers(recovered, ROWS / 2), defaulted, ROWS / 2))
                .isGreaterThan(0.99);
    }

    @Test
    void numbersWithoutAHeapAreCutAtTheirFiftieths() {
        Random random = new Random(1);
        double[] values = random.doubles(ROWS).toArray();
        Bins bins = Bins.ofNumbers(values, ROWS);
        int[] counts = new int[bins.count()];
        for (int row = 0; row < ROWS; row++) {
            counts[bins.of(row)]++;
        }
        assertThat(bins.count()).isEqualTo(51);
        assertThat(counts[0]).isZero();
        for (int bin = 1; bin < counts.length; bin++) {
            assertThat(counts[bin]).isBetween(ROWS / 50 - 1, ROWS / 50 + 1);
        }
    }
}
