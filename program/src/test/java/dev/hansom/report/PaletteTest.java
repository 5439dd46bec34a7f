package dev.hansom.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Contrast by the formula of WCAG 2.2: 4.5 for text (1.4.3), 3 for marks (1.4.11).
class PaletteTest {
    private static final Pattern COLOUR = Pattern.compile("--([a-z-]+): #([0-9a-f]{6})");
    private static final List<String> TONES = List.of("rule", "model", "constant", "green", "amber", "red");

    static Stream<Map<String, Integer>> palettes() {
        List<Map<String, Integer>> roots = Stream.of(Templates.style().split(":root \\{"))
                .skip(1)
                .map(PaletteTest::colours)
                .toList();
        assertThat(roots).as("light, dark and print").hasSize(3);
        return roots.stream();
    }

    @ParameterizedTest
    @MethodSource("palettes")
    void textIsReadable(Map<String, Integer> palette) {
        for (String ground : List.of("paper", "sheet")) {
            for (String text : List.of("ink", "soft", "link", "rule", "model", "constant", "green", "amber", "red")) {
                assertThat(contrast(palette, text, ground))
                        .as(text + " on " + ground)
                        .isGreaterThanOrEqualTo(4.5);
            }
        }
        for (String tone : List.of("rule", "model", "green", "amber", "red")) {
            assertThat(contrast(palette, tone, tone + "-tint"))
                    .as(tone + " on its tint")
                    .isGreaterThanOrEqualTo(4.5);
            assertThat(contrast(palette, "ink", tone + "-tint")).isGreaterThanOrEqualTo(7);
            assertThat(contrast(palette, "soft", tone + "-tint")).isGreaterThanOrEqualTo(4.5);
        }
    }

    @ParameterizedTest
    @MethodSource("palettes")
    void marksStandOut(Map<String, Integer> palette) {
        for (String tone : TONES) {
            assertThat(contrast(palette, tone, "paper")).as(tone).isGreaterThanOrEqualTo(3);
        }
        assertThat(contrast(palette, "edge", "paper")).isGreaterThanOrEqualTo(3);
    }

    /// Seen with red and green receptors missing (Viénot, Brettel and Mollon 1999), the two differ in colour or light.
    @ParameterizedTest
    @MethodSource("palettes")
    void ruleAndModelDifferForTheColourBlind(Map<String, Integer> palette) {
        double[] rule = deuteranope(palette.get("rule"));
        double[] model = deuteranope(palette.get("model"));
        double apart = Math.hypot(Math.hypot(rule[0] - model[0], rule[1] - model[1]), rule[2] - model[2]);
        assertThat(apart).isGreaterThan(0.2);
    }

    private static Map<String, Integer> colours(String root) {
        Map<String, Integer> colours = new HashMap<>();
        Matcher matcher = COLOUR.matcher(root.substring(0, root.indexOf('}')));
        while (matcher.find()) {
            colours.put(matcher.group(1), Integer.parseInt(matcher.group(2), 16));
        }
        return colours;
    }

    private static double contrast(Map<String, Integer> palette, String one, String other) {
        double a = luminance(palette.get(one));
        double b = luminance(palette.get(other));
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    private static double luminance(int colour) {
        double[] rgb = linear(colour);
        return 0.2126 * rgb[0] + 0.7152 * rgb[1] + 0.0722 * rgb[2];
    }

    private static double[] deuteranope(int colour) {
        double[] rgb = linear(colour);
        double redGreen = 0.2928 * rgb[0] + 0.7072 * rgb[1];
        return new double[] {redGreen, redGreen, -0.0223 * rgb[0] + 0.0223 * rgb[1] + rgb[2]};
    }

    private static double[] linear(int colour) {
        return new double[] {part(colour >> 16), part(colour >> 8), part(colour)};
    }

    private static double part(int colour) {
        double part = (colour & 0xff) / 255.0;
        return part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4);
    }
}
