package dev.hansom.bench;

import dev.hansom.score.Model;
import dev.hansom.score.Provenance;
import dev.hansom.score.Schema;
import dev.hansom.score.Signature;
import dev.hansom.score.Type;
import dev.hansom.score.feature.Feature;
import dev.hansom.score.feature.Vocabulary;
import dev.hansom.score.file.XgboostReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.XGBoost;
import ml.dmlc.xgboost4j.java.XGBoostError;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/// From the file on disk to a model that answers: `*.hansom`, XGBoost's JSON read by us, the same read
/// by XGBoost.
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@SuppressWarnings("NullAway.Init")
public class Loading {
    /// Trees × depth.
    @Param("500x8")
    public String size;

    private Path hansom;

    @Setup
    public void write() throws IOException {
        List<String> names =
                IntStream.range(0, Past.WIDTH).mapToObj(i -> "x" + i).toList();
        Schema schema = new Schema(
                names.stream().map(name -> new Schema.Column(name, Type.DOUBLE)).toList());
        Model model = new Model(
                new Signature("bench", schema, "", "", "true", "y", ""),
                new Vocabulary(List.of(), List.of(), List.of()),
                names.stream().map(name -> new Feature(name, name)).toList(),
                Boosters.forest(size),
                new Provenance(Map.of()));
        hansom = Files.write(Boosters.folder().resolve("loading-" + size + ".hansom"), model.bytes());
    }

    @Benchmark
    public Model hansom() throws IOException {
        return Model.load(hansom);
    }

    @Benchmark
    public Object hansomOfXgboostJson() throws IOException {
        return XgboostReader.read(Files.readAllBytes(Boosters.xgboost(size)));
    }

    @Benchmark
    public Booster xgboost4jLoadModel() throws XGBoostError {
        return XGBoost.loadModel(Boosters.xgboost(size).toString());
    }
}
