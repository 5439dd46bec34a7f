package dev.hansom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;

/// Where real taxi months lie: the folder that `HANSOM_TAXI` names. Tests on them are skipped without it, but fail in
/// continuous integration, so that they cannot be forgotten there.
public final class TaxiMonths {
    private TaxiMonths() {}

    /// The folder of the months.
    public static Path folder() {
        String named = System.getenv("HANSOM_TAXI");
        if (named == null || named.isBlank()) {
            assertThat(System.getenv("CI"))
                    .as("HANSOM_TAXI must name the real months in CI")
                    .isNull();
            assumeTrue(false, "HANSOM_TAXI names no folder of real months");
        }
        return Path.of(String.valueOf(named));
    }
}
