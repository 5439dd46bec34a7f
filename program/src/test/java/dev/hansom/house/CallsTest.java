package dev.hansom.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnitAccess;
import java.time.Clock;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CallsTest {
    private static final Set<String> PRINTING = Set.of("java.lang.System.out", "java.lang.System.err");

    /// Asked of the machine, so an answer could not be repeated.
    private static final Set<String> ASKING = Set.of(
            "java.lang.System.getenv",
            "java.lang.System.currentTimeMillis",
            "java.lang.Math.random",
            "java.time.Clock.systemUTC",
            "java.time.Clock.systemDefaultZone",
            "java.time.Clock.system",
            "java.util.concurrent.ThreadLocalRandom.current");

    @Test
    void onlyTheCommandLinePrints() {
        assertThat(accesses()
                        .filter(access -> !room(access).equals("cli"))
                        .filter(access -> PRINTING.contains(target(access))))
                .as("only cli prints; others return a value, report progress or log")
                .isEmpty();
    }

    @Test
    void clockSeedAndEnvironmentArePassedIn() {
        assertThat(accesses()
                        .filter(access -> !List.of("cli", House.WIRING).contains(room(access)))
                        .filter(CallsTest::asksTheMachine))
                .as("clock, seed and environment are passed in, so that every answer can be repeated")
                .isEmpty();
    }

    private static Stream<JavaAccess<?>> accesses() {
        return House.ALL.stream().flatMap(type -> type.getAccessesFromSelf().stream());
    }

    private static boolean asksTheMachine(JavaAccess<?> access) {
        return ASKING.contains(target(access)) || isClockless(access) || isSeedless(access);
    }

    private static boolean isClockless(JavaAccess<?> access) {
        return access.getTarget().getOwner().getPackageName().equals("java.time")
                && access.getTarget().getName().equals("now")
                && access instanceof JavaCodeUnitAccess<?> call
                && call.getTarget().getRawParameterTypes().stream().noneMatch(type -> type.isEquivalentTo(Clock.class));
    }

    private static boolean isSeedless(JavaAccess<?> access) {
        return access.getTarget().getOwner().isEquivalentTo(Random.class)
                && access.getTarget().getName().equals("<init>")
                && access instanceof JavaCodeUnitAccess<?> call
                && call.getTarget().getRawParameterTypes().isEmpty();
    }

    private static String target(JavaAccess<?> access) {
        return access.getTarget().getOwner().getName() + "."
                + access.getTarget().getName();
    }

    private static String room(JavaAccess<?> access) {
        JavaClass type = access.getOriginOwner();
        return House.room(type);
    }
}
