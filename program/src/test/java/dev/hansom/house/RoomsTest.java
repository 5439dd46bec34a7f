package dev.hansom.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RoomsTest {
    /// Raise it as the house grows: no rule may pass because it saw nothing.
    private static final int CLASSES_AT_LEAST = 450;

    @Test
    void theRulesSeeTheHouse() {
        assertThat(House.WRITTEN)
                .as("the rules see the classes of both modules; is the import broken?")
                .hasSizeGreaterThanOrEqualTo(CLASSES_AT_LEAST)
                .anyMatch(type -> House.room(type).equals("score"))
                .anyMatch(type -> House.room(type).equals("cli"));
    }

    @Test
    void everyRoomIsListed() {
        assertThat(House.ALL)
                .as("a new room is a decision: list it in House.ROOMS and in docs/ARCHITECTURE.md")
                .allMatch(type -> House.ROOMS.contains(House.room(type)));
    }

    @Test
    void aRoomImportsOnlyFromRoomsToItsLeft() {
        assertThat(House.ALL.stream().flatMap(RoomsTest::importsFromTheRight))
                .as("a room imports only from rooms to its left, so that each can be read after those it needs: "
                        + House.ROOMS)
                .isEmpty();
    }

    @Test
    void aDoorImportsNoOtherDoor() {
        assertThat(House.ALL.stream()
                        .filter(type -> House.DOORS.contains(House.room(type)))
                        .flatMap(type -> imports(type)
                                .filter(other -> House.DOORS.contains(House.room(other)))
                                .filter(other -> !House.room(other).equals(House.room(type)))
                                .map(other -> type.getName() + " -> " + other.getName())))
                .as("one protocol, one door: what two doors share belongs to the room behind them")
                .isEmpty();
    }

    private static Stream<String> importsFromTheRight(JavaClass type) {
        int own = House.ROOMS.indexOf(House.room(type));
        return imports(type)
                .filter(other -> House.ROOMS.indexOf(House.room(other)) > own)
                .map(other -> type.getName() + " -> " + other.getName());
    }

    private static Stream<JavaClass> imports(JavaClass type) {
        return House.known(type).filter(House::isOurs);
    }
}
