package dev.hansom.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hansom.Hansom;
import dev.hansom.base.ErrorKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/// `docs/commands.md` and the command line say the same.
class CommandsPageTest {
    private static final List<String> EVERYWHERE = List.of("-h", "--help", "--project", "--home");
    private static final Pattern SECTION = Pattern.compile("(?m)^### (\\w+)$");
    private static final Pattern OPTION = Pattern.compile("(?m)^\\| `(--[\\w-]+|[A-Z]+)[ `]");

    private final String page = page();
    private final CommandLine commands =
            new Cli(Hansom.here(Main.class), new Console(System.out, System.err, false)).commands();

    @Test
    void everyCommandHasItsSectionInTheOrderOfTheHelp() {
        assertThat(SECTION.matcher(page).results().map(section -> section.group(1)))
                .containsExactlyElementsOf(commands.getSubcommands().keySet());
    }

    @Test
    void everyOptionHasItsLineAndEveryLineItsOption() {
        Map<String, List<String>> real = commands.getSubcommands().entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> own(entry.getValue().getCommandSpec())));
        Map<String, List<String>> written =
                real.keySet().stream().collect(Collectors.toMap(name -> name, this::written));
        assertThat(written).isEqualTo(real);
        assertThat(page).contains(EVERYWHERE).contains("-V", "--version");
    }

    @Test
    void everyExitCodeHasItsLine() {
        Stream<Integer> kinds = Arrays.stream(ErrorKind.values()).map(ErrorKind::exitCode);
        assertThat(Stream.concat(kinds, Stream.of(0, PromoteCommand.REFUSED)))
                .allSatisfy(code -> assertThat(page).contains("\n| " + code + " |"));
    }

    /// What a command takes beyond what all of them do, in order of the alphabet.
    private static List<String> own(CommandSpec command) {
        Stream<String> options = command.options().stream().flatMap(option -> Arrays.stream(option.names()));
        Stream<String> parameters = command.positionalParameters().stream().map(parameter -> parameter.paramLabel());
        return Stream.concat(options, parameters)
                .filter(name -> !EVERYWHERE.contains(name))
                .sorted()
                .toList();
    }

    private List<String> written(String command) {
        String section = page.substring(page.indexOf("\n### " + command + "\n") + 4);
        int end = section.indexOf("\n##");
        return OPTION.matcher(end < 0 ? section : section.substring(0, end))
                .results()
                .map(option -> option.group(1))
                .sorted()
                .toList();
    }

    private static String page() {
        Path root = Path.of("").toAbsolutePath();
        while (!Files.exists(root.resolve("docs/commands.md"))) {
            root = root.getParent();
        }
        try {
            return Files.readString(root.resolve("docs/commands.md"));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
