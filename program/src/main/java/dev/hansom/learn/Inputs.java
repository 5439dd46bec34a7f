package dev.hansom.learn;

import dev.hansom.score.Schema;
import dev.hansom.score.feature.Encoder;
import dev.hansom.score.feature.Feature;
import dev.hansom.score.feature.Vocabulary;
import java.util.List;

/// What a model sees of rows of `schema`: its features, and the vocabulary that they are written in. Threads:
/// immutable.
public record Inputs(Schema schema, Vocabulary vocabulary, List<Feature> features) {
    public Inputs {
        features = List.copyOf(features);
    }

    /// The features, ready to be calculated.
    public Encoder encoder() {
        return new Encoder(vocabulary.scope(schema), features);
    }
}
