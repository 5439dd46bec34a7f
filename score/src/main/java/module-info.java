/// The library that answers one row. It depends on nothing.
module dev.hansom.score {
    requires static org.jspecify;

    exports dev.hansom.score;
    exports dev.hansom.score.expression;
    exports dev.hansom.score.feature;
    exports dev.hansom.score.file;
    exports dev.hansom.score.kernel;
    exports dev.hansom.score.profile;
}
