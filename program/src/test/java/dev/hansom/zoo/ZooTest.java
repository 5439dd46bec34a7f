package dev.hansom.zoo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hansom.base.ErrorCode;
import dev.hansom.cli.Terminal;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Takes every table of the zoo through design and train.
class ZooTest {
    @TempDir
    Path folder;

    private final Terminal terminal = new Terminal();

    static List<Animal> animals() {
        return Zoo.all();
    }

    @ParameterizedTest
    @MethodSource("animals")
    void everyTableGetsTheVerdictThatItDeserves(Animal animal) {
        String file = animal.write(folder.resolve(animal.name())).toString();
        int code = terminal.run("design", "--project", file);
        assertThat(terminal.complained()).doesNotContain("\tat ", "Exception");
        if (code != 0) {
            assertThat(animal.outcomes()).as(terminal.complained()).anyMatch(outcome -> isCode(outcome, code));
            return;
        }
        String verdict = terminal.said().replaceFirst("(?s).*verdict: (\\w+).*", "$1");
        assertThat(animal.outcomes()).as(terminal.said()).contains(verdict);
        int trained = terminal.run("train", "--project", file);
        assertThat(terminal.complained()).doesNotContain("\tat ", "Exception");
        assertThat(trained)
                .as(terminal.complained())
                .isIn(0, ErrorCode.DATA_TOO_SMALL.kind().exitCode());
        assertThat(trained == 0 || verdict.equals("NOT_ENOUGH_DATA")).isTrue();
    }

    private static boolean isCode(String outcome, int exit) {
        return List.of(ErrorCode.values()).stream()
                .anyMatch(code -> code.name().equals(outcome) && code.kind().exitCode() == exit);
    }
}
