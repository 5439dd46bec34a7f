package dev.hansom.serve;

import dev.hansom.base.Hash;
import dev.hansom.base.ProblemException;
import dev.hansom.score.Model;
import dev.hansom.score.file.ModelFormatException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;

/// Turns a wanted version into a slot: checks the file's SHA-256, loads it, warms it up.
final class ModelLoader {
    private final Function<Deployment.Wanted, Path> files;

    ModelLoader(Function<Deployment.Wanted, Path> files) {
        this.files = files;
    }

    /// The slot for `wanted`; `before` as it is where nothing has changed since.
    Slot load(Optional<Deployment.Wanted> wanted, Slot before) {
        return wanted.isEmpty() ? new Slot.Empty() : load(wanted.get(), before);
    }

    private Slot load(Deployment.Wanted wanted, Slot before) {
        Optional<Path> file = file(wanted);
        Stamp stamp = file.map(Stamp::of).orElse(Stamp.ABSENT);
        return switch (before) {
            case Slot.Ready ready
            when ready.wanted().equals(wanted) && ready.stamp().equals(stamp) -> ready;
            case Slot.Broken broken
            when broken.wanted().equals(wanted) && broken.stamp().equals(stamp) -> broken;
            default ->
                file.isPresent() && !stamp.equals(Stamp.ABSENT)
                        ? fresh(wanted, file.get(), stamp)
                        : new Slot.Broken(wanted, stamp, Reason.MODEL_MISSING, "the file is not there");
        };
    }

    private Optional<Path> file(Deployment.Wanted wanted) {
        try {
            return Optional.of(files.apply(wanted));
        } catch (ProblemException e) {
            return Optional.empty();
        }
    }

    private static Slot fresh(Deployment.Wanted wanted, Path file, Stamp stamp) {
        try {
            byte[] bytes = Files.readAllBytes(file);
            if (!Hash.sha256(bytes).equals(wanted.sha256())) {
                return damaged(wanted, stamp, "the file does not have its SHA-256");
            }
            Model model = Model.read(bytes);
            WarmUp.of(model);
            return new Slot.Ready(wanted, stamp, model);
        } catch (IOException e) {
            return new Slot.Broken(wanted, stamp, Reason.MODEL_MISSING, "the file cannot be read");
        } catch (ModelFormatException e) {
            return damaged(wanted, stamp, "the file is no model: " + e.getMessage());
        } catch (RuntimeException e) {
            return damaged(wanted, stamp, "the model fails: " + e);
        }
    }

    private static Slot damaged(Deployment.Wanted wanted, Stamp stamp, String text) {
        return new Slot.Broken(wanted, stamp, Reason.MODEL_DAMAGED, text);
    }
}
