package dev.hansom.report.plot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hansom.report.plot.LinePlot.Series;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class PlotsTest {
    private static final Caption CAPTION = new Caption("A <title>", "What & how");
    private static final Quantity MINUTES = new Quantity("error", "minutes", 2);

    @Test
    void aPlotIsNamedForThoseWhoDoNotSeeIt() {
        String svg = new SharesPlot(CAPTION, List.of("a", "b"), List.of(0.4, 0.6), List.of(0.5, 0.5)).svg("one");
        assertThat(svg)
                .contains("aria-labelledby=\"one-title one-text\"")
                .contains("<title id=\"one-title\">A &lt;title&gt;</title>")
                .contains("<desc id=\"one-text\">What &amp; how</desc>");
    }

    @Test
    void theSameFactsGiveTheSameBytesEverywhere() {
        Plot plot = new BarPlot(CAPTION, MINUTES, 2000, List.of(new BarPlot.Bar("a", 1234.5, 3, Look.MODEL)));
        String svg = plot.svg("one");
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG"));
            assertThat(plot.svg("one")).isEqualTo(svg);
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void aGapInALineIsNotDrawnOver() {
        List<String> names = List.of("1", "2", "3", "4", "5");
        String whole = line(names, List.of(1.0, 2.0, 3.0, 4.0, 5.0));
        String broken = line(names, List.of(1.0, 2.0, Double.NaN, 4.0, 5.0));
        assertThat(whole).containsOnlyOnce("class=\"line rule\"");
        assertThat(broken.split("class=\"line rule\"", -1)).hasSize(3);
    }

    @Test
    void namesAtTheEndsOfLinesStandApart() {
        LinePlot plot = new LinePlot(
                CAPTION,
                MINUTES,
                List.of("1"),
                List.of(Series.of("rule", Look.RULE, List.of(4.0)), Series.of("model", Look.MODEL, List.of(4.0))));
        List<Double> heights = plot.svg("one")
                .lines()
                .flatMap(svg -> Pattern.compile("class=\"name [a-z]+\" x=\"[0-9.]+\" y=\"([0-9.]+)\"")
                        .matcher(svg)
                        .results())
                .map(found -> Double.valueOf(found.group(1)))
                .toList();
        assertThat(heights).hasSize(2);
        assertThat(heights.get(1) - heights.get(0)).isGreaterThanOrEqualTo(15);
    }

    @Test
    void aBarThatIsTooLongEndsAndSaysHowLongItIs() {
        BarPlot plot = new BarPlot(
                CAPTION,
                MINUTES,
                10,
                List.of(
                        new BarPlot.Bar("long", 99.7, 1, Look.RED),
                        new BarPlot.Bar("longer", 512, 1, Look.RED),
                        new BarPlot.Bar("short", 1, 1, Look.GREEN)));
        List<String> widths = Pattern.compile("<rect class=\"bar [a-z]+\".*? width=\"([0-9.]+)\"")
                .matcher(plot.svg("one"))
                .results()
                .map(found -> found.group(1))
                .toList();
        assertThat(widths.get(0)).isEqualTo(widths.get(1));
        assertThat(Double.parseDouble(widths.get(2))).isGreaterThan(30);
        assertThat(plot.svg("one")).contains(">99.70<", ">512.00<");
    }

    @Test
    void nothingAtAllCanBeDrawn() {
        assertThat(line(List.of(), List.of())).doesNotContain("NaN");
        assertThat(new BarPlot(CAPTION, MINUTES, 1, List.of()).svg("one")).doesNotContain("NaN");
        assertThat(new ColumnPlot(CAPTION, MINUTES, List.of(), List.of(), 0.2).svg("one"))
                .doesNotContain("NaN");
        assertThat(new SharesPlot(CAPTION, List.of(), List.of(), List.of()).svg("one"))
                .doesNotContain("NaN");
    }

    @Test
    void anIntervalWithoutBoundsReachesFromBorderToBorder() {
        String svg = new IntervalPlot(
                        CAPTION,
                        MINUTES,
                        new IntervalPlot.Range(Double.NEGATIVE_INFINITY, 0.3, Double.POSITIVE_INFINITY),
                        0.2,
                        "each week",
                        List.of(0.3))
                .svg("one");
        assertThat(svg).contains("M92 84L664 84").contains("(−∞ to ∞)").doesNotContain("whisker");
    }

    private static String line(List<String> names, List<Double> values) {
        return new LinePlot(CAPTION, MINUTES, names, List.of(Series.of("rule", Look.RULE, values))).svg("one");
    }
}
