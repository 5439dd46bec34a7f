package dev.hansom;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hansom.base.Json;
import dev.hansom.cli.Terminal;
import dev.hansom.onnx.OnnxModel;
import dev.hansom.score.Columns;
import dev.hansom.score.Model;
import dev.hansom.score.Provenance;
import dev.hansom.score.Schema;
import dev.hansom.score.Scorer;
import dev.hansom.score.Signature;
import dev.hansom.score.Type;
import dev.hansom.score.feature.Feature;
import dev.hansom.score.feature.Lookup;
import dev.hansom.score.feature.Vocabulary;
import dev.hansom.score.file.ModelReader;
import dev.hansom.score.kernel.Forest;
import dev.hansom.score.kernel.Link;
import dev.hansom.score.kernel.Tree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `export` as a person uses it; that its loader answers the same is checked by `python/check_export.py` and
/// `python/check_loader.py`.
class ExportTest {
    private static final Schema FIELDS =
            new Schema(List.of(new Schema.Column("miles", Type.DOUBLE), new Schema.Column("zone", Type.INT64)));

    @TempDir
    Path folder;

    private final Terminal terminal = new Terminal();

    @Test
    void theBoosterAnswersWhatTheModelAnswers() throws IOException {
        Model model = model();
        assertThat(export()).isZero();
        Scorer booster = ModelReader.read(folder.resolve("out/booster.json"));
        assertThat(booster.schema().names()).containsExactly("miles", "usual");
        Columns rows = new Columns(booster.schema(), 1);
        Columns fields = new Columns(FIELDS, 1);
        for (double miles : new double[] {0.5, 1.5, 2, 3, Double.NaN}) {
            int row = rows.append();
            rows.set(0, row, miles);
            rows.set(1, row, 5.0);
            fields.append();
            fields.set(0, row, miles);
            fields.set(1, row, 7L);
        }
        assertThat(booster.score(rows)).containsExactly(model.score(fields));
    }

    @Test
    void theDocumentHasAllThatAReaderNeeds() throws IOException {
        model();
        export();
        String document = Files.readString(folder.resolve("out/model.json"));
        assertThat(Json.parse(document)).isNotNull();
        assertThat(document)
                .contains("\"lookups\":[{\"name\":\"usual\"")
                .contains("[[7],3,5.0]")
                .contains("\"kernel\":{\"kind\":\"forest\",\"file\":\"booster.json\"}");
        assertThat(folder.resolve("out/hansom_model.py")).content().contains("def load(folder, trees=None)");
    }

    @Test
    void nothingIsOverwrittenAndOnlyOurModelsAreExported() throws IOException {
        model();
        assertThat(export()).isZero();
        assertThat(export()).isEqualTo(2);
        assertThat(terminal.complained()).contains("--force");
        Files.copy(folder.resolve("out/booster.json"), folder.resolve("model.hansom.json"));
        int code = terminal.run(
                "export",
                "--model",
                folder.resolve("model.hansom.json").toString(),
                "--output",
                folder.resolve("other").toString());
        assertThat(code).isEqualTo(2);
        assertThat(terminal.complained()).contains("a model of another library is not exported");
    }

    @Test
    void theTreesAloneBecomeOneFileOfOnnx() throws IOException {
        Model model = model();
        assertThat(export("rides.hansom", "trees.onnx")).isZero();
        Columns rows = new Columns(FIELDS, 2);
        for (double miles : new double[] {1, 3}) {
            rows.append();
            rows.set(0, rows.size() - 1, miles);
            rows.set(1, rows.size() - 1, 7L);
        }
        assertThat(onnx("trees.onnx")).containsExactly(model.score(rows));
        export();
        assertThat(folder.resolve("out/forest.onnx")).hasSameBinaryContentAs(folder.resolve("trees.onnx"));
        assertThat(export("out/booster.json", "again.onnx")).isZero();
        assertThat(onnx("again.onnx")).containsExactly(model.score(rows));
    }

    @Test
    void aVersionOfTheHomeIsExportedByNumberAndAlias() throws IOException {
        String project = TinyProject.make(folder.resolve("rides")).file().toString();
        assertThat(terminal.run("design", "--project", project)).isZero();
        assertThat(terminal.run("train", "--project", project)).isZero();
        assertThat(exportNamed(project, "champion", "rule")).isZero();
        assertThat(folder.resolve("rule/model.json")).content().contains("\"kind\":\"formula\"");
        assertThat(exportNamed(project, "2", "second")).isZero();
        assertThat(folder.resolve("second/model.json")).content().contains("\"kind\":\"linear\"");
        assertThat(exportNamed(project, "2", "second.onnx")).isEqualTo(2);
        assertThat(terminal.complained()).contains("rides version 2: no forest");
        assertThat(exportNamed(project, "chmapion", "none")).isEqualTo(2);
        assertThat(terminal.complained()).contains("no version has this alias");
    }

    private double[] onnx(String name) throws IOException {
        try (OnnxModel model = OnnxModel.read(Files.readAllBytes(folder.resolve(name)), 2)) {
            Columns features = new Columns(model.schema(), 2);
            for (double miles : new double[] {1, 3}) {
                features.append();
                features.set(0, features.size() - 1, miles);
                features.set(1, features.size() - 1, 5.0);
            }
            return model.score(features);
        }
    }

    private int exportNamed(String project, String model, String output) {
        return terminal.run(
                "export",
                "--project",
                project,
                "--model",
                model,
                "--output",
                folder.resolve(output).toString());
    }

    private int export() {
        return export("rides.hansom", "out");
    }

    private int export(String model, String output) {
        return terminal.run(
                "export",
                "--model",
                folder.resolve(model).toString(),
                "--output",
                folder.resolve(output).toString());
    }

    private Model model() throws IOException {
        Tree tree = new Tree(new int[] {0, 1, -1, -1, -1}, new float[] {2.5f, 1.1f, 3.3f, -0.7f, 0.1f});
        Lookup usual = new Lookup(
                "usual",
                "mean",
                2,
                List.of(new Lookup.Level(List.of("zone"), List.of(new Lookup.Cell(Arrays.asList(7L), 3, 5.0)))),
                5.0);
        Model model = new Model(
                new Signature("rides", FIELDS, "", "UTC", "true", "minutes", "minutes"),
                new Vocabulary(List.of(), List.of(), List.of(usual)),
                List.of(new Feature("miles", "miles"), new Feature("usual", "usual")),
                new Forest(2, 0.5f, Link.IDENTITY, List.of(tree, tree)),
                new Provenance(Map.of("seed", "1")));
        Files.write(folder.resolve("rides.hansom"), model.bytes());
        return model;
    }
}
