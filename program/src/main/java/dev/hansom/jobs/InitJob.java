package dev.hansom.jobs;

import dev.hansom.data.Engine;
import dev.hansom.data.ParquetWriter;
import dev.hansom.example.SimulatedCity;
import dev.hansom.example.Templates;
import dev.hansom.example.World;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Makes a project folder from a template, with the data of a simulated city where no data are named.
public final class InitJob {
    /// What is asked for. `rows` 0 means the city's own number.
    public record Request(Path folder, String template, Optional<Path> data, World world, int rows, long seed) {}

    /// What was written, and what a person should know.
    public record Outcome(List<Path> written, List<String> notes) {}

    private final Desk desk;

    public InitJob(Desk desk) {
        this.desk = desk;
    }

    public Outcome run(Request request) {
        throw new UnsupportedOperationException();
    }
}
