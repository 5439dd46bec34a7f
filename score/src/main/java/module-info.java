/// The library that answers one row. It depends on nothing.
module dev.hansom.score {
    requires static org.jspecify;

    exports dev.hansom.score;
}
