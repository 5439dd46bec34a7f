package dev.hansom;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hansom.cli.Terminal;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the template reaches on the real months, as `docs/benchmarks.md` says it: fitted on January alone, asked about
/// February at request time.
@Tag("slow")
class TaxiFiguresTest {
    @TempDir
    Path folder;

    private final Terminal terminal = new Terminal();

    @Test
    void ruleAndModelAreAsGoodOnFebruaryAsThePageSays() {
        String data = TaxiMonths.folder().toString();
        String into = folder.resolve("taxi").toString();
        assertThat(terminal.run("init", into, "--template", "taxi", "--data", data))
                .as(terminal.complained())
                .isZero();
        assertThat(terminal.run("train", "--project", into + "/hansom.yaml"))
                .as(terminal.complained())
                .isZero();
        assertThat(rmse("rule")).isLessThanOrEqualTo(6.80);
        assertThat(rmse("model")).isLessThanOrEqualTo(6.30);
        assertThat(terminal.run("show", "--project", into + "/hansom.yaml", "--model", "1"))
                .as(terminal.complained())
                .isZero();
        Matcher size = Pattern.compile("([0-9,]+) bytes as a file").matcher(terminal.said());
        assertThat(size.find()).as(terminal.said()).isTrue();
        assertThat(Integer.parseInt(size.group(1).replace(",", ""))).isLessThan(5_000_000);
    }

    /// What `train` printed of one scorer: its errors are a mean absolute one and a root of squares.
    private double rmse(String scorer) {
        Matcher row = Pattern.compile("(?m)^ *" + scorer + " +2021-02 +([0-9.]+) +([0-9.]+) ")
                .matcher(terminal.said());
        assertThat(row.find()).as(terminal.said()).isTrue();
        return Math.max(Double.parseDouble(row.group(1)), Double.parseDouble(row.group(2)));
    }
}
