package dev.hansom.house;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// What the house rules look at: the rooms in their order, the classes, the files.
final class House {
    static final String HOME = "dev.hansom";

    /// The room of the classes that lie directly in [#HOME]: they wire the others by hand.
    static final String WIRING = "Hansom";

    /// The rooms: each imports only from rooms to its left.
    static final List<String> ROOMS = words("score onnx base store access project data learn evaluate track"
            + " check design train registry serve monitor practice report draft example jobs "
            + WIRING
            + " http mlflow oip api web cli");

    /// The doors: each speaks one protocol, none imports another. Only `cli` may, to hang them on the listener.
    static final Set<String> DOORS = Set.of("mlflow", "oip", "api", "web");

    /// Compiled from templates, so not written by us.
    private static final String TEMPLATES = HOME + ".report.jte";

    /// All classes of the main sources of all modules.
    static final List<JavaClass> ALL = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages(HOME).stream()
                    .filter(type -> type.getPackageName().equals(HOME)
                            || type.getPackageName().startsWith(HOME + "."))
                    .toList();

    /// The classes that somebody wrote: no compiled templates, no package descriptions, nothing made by the compiler.
    static final List<JavaClass> WRITTEN = ALL.stream()
            .filter(type -> !type.getPackageName().startsWith(TEMPLATES))
            .filter(type -> !type.getSimpleName().equals("package-info"))
            .filter(type -> !type.isAnonymousClass() && !type.isLocalClass())
            .toList();

    static final Path ROOT = root();

    private House() {}

    static List<String> words(String text) {
        return List.of(text.split(" "));
    }

    /// The room in which a class of ours lies.
    static String room(JavaClass type) {
        String name = type.getPackageName();
        return name.equals(HOME) ? WIRING : name.substring(HOME.length() + 1).split("\\.")[0];
    }

    static boolean isOurs(JavaClass type) {
        return type.getPackageName().equals(HOME) || type.getPackageName().startsWith(HOME + ".");
    }

    /// The classes of others and of ours that a class knows.
    static Stream<JavaClass> known(JavaClass type) {
        return type.getDirectDependenciesFromSelf().stream()
                .map(dependency -> dependency.getTargetClass().getBaseComponentType())
                .filter(target -> !target.isPrimitive())
                .distinct();
    }

    static List<Path> mainSources() {
        return Stream.of("score", "onnx", "program")
                .map(module -> ROOT.resolve(module).resolve("src/main/java"))
                .flatMap(House::javaFiles)
                .toList();
    }

    static List<Path> testSources() {
        return Stream.of("score", "onnx", "program")
                .map(module -> ROOT.resolve(module).resolve("src/test/java"))
                .flatMap(House::javaFiles)
                .toList();
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<Path> javaFiles(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".java")).sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path root() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve("mvnw"))) {
            folder = folder.getParent();
        }
        return folder;
    }
}
