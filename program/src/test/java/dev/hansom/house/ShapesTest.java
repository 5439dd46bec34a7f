package dev.hansom.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ShapesTest {
    private static final Pattern BANNED = Pattern.compile("Abstract.+|.*(Utils?|Helper|Manager|Handler|Impl|Info)");
    private static final int LINES_AT_MOST = 400;

    @Test
    void aClassIsFinalOrSealed() {
        assertThat(House.WRITTEN)
                .as("a class is final, sealed, a record, an enum or an interface: behaviour is not inherited")
                .allMatch(ShapesTest::isClosed);
    }

    @Test
    void aStaticFieldIsFinal() {
        assertThat(House.WRITTEN.stream()
                        .flatMap(type -> type.getFields().stream())
                        .filter(field -> field.getModifiers().contains(JavaModifier.STATIC))
                        .filter(field -> !field.getModifiers().contains(JavaModifier.FINAL)))
                .as("no mutable statics: pass it in, so that two of us can live in one process")
                .isEmpty();
    }

    @Test
    void aNameSaysWhatAThingIs() {
        assertThat(House.WRITTEN)
                .as("a name says what a thing is; none of " + BANNED + ", and no package common")
                .noneMatch(type -> BANNED.matcher(type.getSimpleName()).matches())
                .noneMatch(type ->
                        House.words(type.getPackageName().replace('.', ' ')).contains("common"));
    }

    @Test
    void aFileFitsAHead() {
        assertThat(House.mainSources())
                .as("a file has at most " + LINES_AT_MOST + " lines: a longer one wants to be two")
                .allMatch(file -> House.read(file).lines().count() <= LINES_AT_MOST);
    }

    @Test
    void aPackageIsDescribedAndNullMarked() {
        assertThat(House.mainSources().stream().map(Path::getParent).distinct())
                .as("a package has a package-info.java with one sentence and @NullMarked")
                .allMatch(ShapesTest::isNullMarked);
    }

    private static boolean isClosed(JavaClass type) {
        return type.isInterface()
                || type.isEnum()
                || type.getModifiers().contains(JavaModifier.FINAL)
                || type.reflect().isSealed();
    }

    private static boolean isNullMarked(Path folder) {
        Path description = folder.resolve("package-info.java");
        return Files.exists(folder.resolve("module-info.java"))
                || Files.exists(description) && House.read(description).contains("@NullMarked");
    }
}
