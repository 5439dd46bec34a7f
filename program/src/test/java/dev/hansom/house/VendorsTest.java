package dev.hansom.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class VendorsTest {
    /// Whose packages may be known in which rooms; the first that fits counts.
    private static final List<Vendor> VENDORS = List.of(
            new Vendor("ai.onnxruntime", "onnx"),
            new Vendor("java.sql", "store data"),
            new Vendor("javax.sql", "store"),
            new Vendor("org.sqlite", "store"),
            new Vendor("org.flywaydb", "store"),
            new Vendor("org.duckdb", "data"),
            new Vendor("ml.dmlc", "learn"),
            new Vendor("org.hipparchus", "learn evaluate monitor"),
            new Vendor("gg.jte", "report"),
            new Vendor("tools.jackson", "base"),
            new Vendor("com.fasterxml.jackson", "base"),
            new Vendor("org.snakeyaml", "base"),
            new Vendor("io.helidon", "http mlflow oip api web"),
            new Vendor("io.prometheus", "serve http"),
            new Vendor("com.sun.net.httpserver", "http mlflow oip api web"),
            new Vendor("java.net.http", "mlflow oip api web"),
            new Vendor("picocli", "cli"),
            new Vendor("me.tongfei", "cli"),
            new Vendor("ch.qos.logback", "Hansom cli"),
            new Vendor("org.slf4j", everyRoomBut("score")),
            new Vendor("org.jspecify", everyRoomBut("")),
            new Vendor("java", everyRoomBut("")),
            new Vendor("javax", everyRoomBut("")),
            new Vendor("jdk", everyRoomBut("score")));

    @Test
    void aVendorIsKnownInItsRoomOnly() {
        assertThat(House.ALL.stream().flatMap(VendorsTest::strangers))
                .as("one vendor, one room, so that it can be replaced in one folder; nothing third-party in score."
                        + " A new library needs a line in VendorsTest and in docs/adr/0002-dependencies.md")
                .isEmpty();
    }

    private static Stream<String> strangers(JavaClass type) {
        return House.known(type)
                .filter(other -> !House.isOurs(other))
                .filter(other -> VENDORS.stream()
                        .filter(vendor -> vendor.owns(other))
                        .findFirst()
                        .filter(vendor -> vendor.rooms.contains(House.room(type)))
                        .isEmpty())
                .map(other -> type.getName() + " -> " + other.getName());
    }

    private static String everyRoomBut(String room) {
        var rooms = new ArrayList<>(House.ROOMS);
        rooms.remove(room);
        return String.join(" ", rooms);
    }

    /// A library, by the start of its packages, and the rooms that may know it.
    private record Vendor(String prefix, List<String> rooms) {
        Vendor(String prefix, String rooms) {
            this(prefix, House.words(rooms));
        }

        boolean owns(JavaClass type) {
            return type.getPackageName().equals(prefix) || type.getPackageName().startsWith(prefix + ".");
        }
    }
}
