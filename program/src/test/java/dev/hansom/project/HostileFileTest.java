package dev.hansom.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.hansom.base.ErrorKind;
import dev.hansom.base.ProblemException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class HostileFileTest {
    @TempDir
    Path folder;

    static Stream<String> hostile() {
        StringBuilder bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x]\n");
        for (int i = 1; i < 12; i++) {
            bomb.append(
                    "a%d: &a%d [%s]\n".formatted(i, i, "*a%d, ".formatted(i - 1).repeat(9)));
        }
        return Stream.of(
                bomb.toString(),
                "name: " + "[".repeat(100_000) + "]".repeat(100_000),
                "{a: ".repeat(50_000),
                "- ".repeat(100_000),
                "name: a\u0000b",
                "name: !!javax.script.ScriptEngineManager [x]",
                "name: !mine x",
                "? [a]\n: b",
                "name: a\n---\nname: b",
                "%YAML 9.9\n---\nname: a",
                "",
                "# nothing",
                "just a text",
                "keep: " + "(".repeat(500_000),
                "name: a\nname: b",
                "x: |\n" + " y\n".repeat(600_000),
                keys(80_000, "k%d: 1\n"),
                keys(4_000, "k%d: 1\n"),
                "fields:\n" + keys(50_000, "  f%d: double\n"),
                "data: {files: [" + "x, ".repeat(300_000) + "]}");
    }

    private static String keys(int count, String pattern) {
        return IntStream.range(0, count).mapToObj(pattern::formatted).collect(Collectors.joining());
    }

    /// A good file with one expression that is too much.
    static Stream<Arguments> much() throws IOException {
        String good = Files.readString(KeysTest.EVERY_KEY);
        String sum = "1" + "+1".repeat(490_000);
        String nested = "(".repeat(490_000) + "1" + ")".repeat(490_000);
        String text = "zone > 1 OR '" + "x".repeat(980_000) + "' = 'y'";
        return Stream.of(
                Arguments.of("keep", good.replace("keep: zone IS NOT NULL", "keep: " + text)),
                Arguments.of("keep", good.replace("keep: zone IS NOT NULL", "keep: " + nested + " = 1")),
                Arguments.of("target", good.replace("(epoch(dropoff) - epoch(pickup)) / 60", sum)),
                Arguments.of(
                        "definition pickup_hour", good.replace("pickup_hour: hour(pickup)", "pickup_hour: " + sum)),
                Arguments.of("feature usual", good.replace("usual: zone_minutes", "usual: " + nested)),
                Arguments.of("rule", good.replace("{expression: zone_minutes,", "{expression: " + sum + ",")));
    }

    @ParameterizedTest
    @MethodSource("much")
    void anExpressionOfAMegabyteIsRefusedByItsName(String part, String text) throws IOException {
        Files.copy(KeysTest.EVERY_KEY.resolveSibling("zones.csv"), folder.resolve("zones.csv"));
        Path file = Files.writeString(folder.resolve("hansom.yaml"), text);
        ProblemException refused = Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(20),
                () -> catchThrowableOfType(ProblemException.class, () -> ProjectReader.read(file)));
        assertThat(refused).hasMessageContaining(part + ": an expression of ").hasMessageContaining("(at most 20000)");
        assertThat(refused.getMessage().length()).isLessThan(1_000);
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void aHostileFileIsRefusedInBoundedTime(String text) throws IOException {
        Path file = Files.writeString(folder.resolve("hansom.yaml"), text);
        ProblemException refused = Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(20),
                () -> catchThrowableOfType(ProblemException.class, () -> ProjectReader.read(file)));
        assertThat(refused).isNotNull();
        assertThat(refused.kind()).isEqualTo(ErrorKind.USER);
    }

    @Test
    void aFolderAndAnotherEncodingAreSaid() throws IOException {
        assertThat(catchThrowableOfType(ProblemException.class, () -> ProjectReader.read(folder)))
                .hasMessageContaining("a folder");
        Path latin =
                Files.write(folder.resolve("l.yaml"), "name: Gr\u00f6\u00dfe".getBytes(StandardCharsets.ISO_8859_1));
        assertThat(catchThrowableOfType(ProblemException.class, () -> ProjectReader.read(latin)))
                .hasMessageContaining("UTF-8");
    }

    @Test
    void aByteOrderMarkIsPassedOver() throws IOException {
        Files.copy(KeysTest.EVERY_KEY.resolveSibling("zones.csv"), folder.resolve("zones.csv"));
        Path file = Files.writeString(folder.resolve("b.yaml"), "\ufeff" + Files.readString(KeysTest.EVERY_KEY));
        assertThat(ProjectReader.read(file).name()).isEqualTo("rides");
    }

    @Test
    void whatIsInForceIsSaidWithItsSource() {
        assertThat(ProjectReader.settings(KeysTest.EVERY_KEY, TableFiles.CSV))
                .anySatisfy(one -> {
                    assertThat(one.path()).isEqualTo("name");
                    assertThat(one.source().text()).endsWith("every-key.yaml:2");
                })
                .anySatisfy(one -> {
                    assertThat(one.path()).isEqualTo("fields.zone.known");
                    assertThat(one.value()).isEqualTo("request");
                    assertThat(one.source().text()).startsWith("default, ");
                });
    }
}
