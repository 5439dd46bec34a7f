package dev.hansom.score.kernel;

/// How a forest's trees are walked: a row becomes int keys, and with the keys go the walks.
///
/// Threads: implementations are immutable.
sealed interface Walk permits FloatWalk, RankWalk, LinearWalk, PlainWalk {
    /// So many rows are walked at a time.
    int BLOCK = 64;

    /// How many keys a row has.
    int keys();

    /// Writes the keys of the row that stands in `features` from `offset`.
    void keys(float[] features, int offset, int[] into, int from);

    /// As with float32 features.
    void keys(double[] features, int offset, int[] into, int from);

    /// The sum of the one output for the row whose keys stand at 0.
    double sum(int[] keys);

    /// Writes the sum of each output for the row whose keys stand at 0.
    void sums(int[] keys, double[] into, int at);

    /// Writes the sums of `count` rows of a block of keys, row after row; rows up to [#BLOCK] may be written.
    void block(int[] keys, int count, double[] into);
}
