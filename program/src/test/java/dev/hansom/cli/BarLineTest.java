package dev.hansom.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class BarLineTest {
    private static final String WHAT = "reading green_tripdata_2021-01.parquet";
    private static final BarLine ROWS = new BarLine("rows");

    @Test
    void rateAndTimeLeftStandInEightyColumnsAndInForty() {
        BarLine.Stand stand = new BarLine.Stand(WHAT, 2_500_000, 10_000_000, Duration.ofSeconds(4), "");
        assertThat(ROWS.text(stand, 79))
                .isEqualTo(" 25% 625,000 rows/s 12 s left [==        ] " + WHAT.substring(0, 36));
        assertThat(ROWS.text(stand, 39)).isEqualTo(" 25% 625,000 rows/s 12 s left reading g");
    }

    @Test
    void aStageWithoutAnEndTellsHowFarItIs() {
        assertThat(ROWS.text(new BarLine.Stand(WHAT, 50_000, 0, Duration.ofSeconds(2), ""), 39))
                .isEqualTo("50,000 rows 25,000 rows/s reading green");
    }

    @Test
    void beforeTheFirstStepThereIsNoRateAndSlowStepsHaveOne() {
        BarLine folds = new BarLine("folds");
        assertThat(folds.text(new BarLine.Stand("encoding", 0, 5, Duration.ofSeconds(2), ""), 79))
                .isEqualTo("  0% [          ] encoding");
        assertThat(folds.text(new BarLine.Stand("encoding", 2, 5, Duration.ofSeconds(8), "boosting 3/9 rounds"), 79))
                .isEqualTo(" 40% 0.25 folds/s 12 s left [====      ] encoding: boosting 3/9 rounds");
        assertThat(folds.text(new BarLine.Stand("encoding", 5, 5, Duration.ofSeconds(8), ""), 79))
                .isEqualTo("100% 0.63 folds/s [==========] encoding");
        assertThat(folds.text(new BarLine.Stand("encoding", 1, 100, Duration.ofMinutes(2), ""), 39))
                .isEqualTo("  1% 0.01 folds/s 3 h left encoding");
    }

    @Test
    void whoWatchesSeesTheRateAndWhoDoesNotSeesNothing() throws InterruptedException {
        for (boolean watched : new boolean[] {true, false}) {
            ByteArrayOutputStream seen = new ByteArrayOutputStream();
            PrintStream err = new PrintStream(seen, true, StandardCharsets.UTF_8);
            ConsoleProgress progress = new ConsoleProgress(new Console(err, err, watched), Interruption.none());
            progress.begin(WHAT, 1_000_000, "rows");
            for (int step = 1; step <= 26; step++) {
                Thread.sleep(100);
                progress.at(step * 10_000L);
            }
            String text = seen.toString(StandardCharsets.UTF_8);
            if (watched) {
                assertThat(text).containsPattern("\\r *1[0-9]% [0-9,]{6,} rows/s [0-9]+ s left \\[=         ] reading");
            } else {
                assertThat(text).isEmpty();
            }
            progress.end();
            assertThat(progress.pace().rows()).isEqualTo(260_000);
            assertThat(progress.pace().took()).isBetween(Duration.ofMillis(2_600), Duration.ofSeconds(60));
        }
    }

    @Test
    void rowsWithinRowsCountOnceAndOtherStepsDoNot() {
        ByteArrayOutputStream seen = new ByteArrayOutputStream();
        PrintStream err = new PrintStream(seen, true, StandardCharsets.UTF_8);
        ConsoleProgress progress = new ConsoleProgress(new Console(err, err, false), Interruption.none());
        progress.begin("comparing", 6, "weeks");
        progress.at(3);
        progress.begin("traffic", 100, "rows");
        progress.at(100);
        progress.begin("reading", 40, "rows");
        progress.at(40);
        progress.end();
        progress.end();
        progress.end();
        assertThat(progress.pace().rows()).isEqualTo(100);
    }
}
