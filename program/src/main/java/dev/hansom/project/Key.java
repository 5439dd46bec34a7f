package dev.hansom.project;

import dev.hansom.base.Yaml;
import dev.hansom.base.YamlNode;

/// One key that a project file may have: where it stands (`*` for a name that the project chooses), what its value
/// looks like, whether it must be there or what holds without it, what it means, an example, and what the reader
/// refuses beyond the shape. Keys of one section with the same `rival` exclude one another: exactly one is given.
public record Key(
        String path,
        Shape shape,
        Need need,
        String otherwise,
        String means,
        String example,
        String refuses,
        String rival) {
    /// What holds where a key is not there.
    public enum Need {
        /// It has to be there.
        REQUIRED,
        /// Nothing: what it says is not said.
        OPTIONAL,
        /// The text in `otherwise`, read as if it stood in the file.
        DEFAULT,
        /// What the words in `otherwise` say.
        DERIVED
    }

    /// A key that has to be there.
    static Key required(String path, Shape shape, String means) {
        return new Key(path, shape, Need.REQUIRED, "", means, "", "", "");
    }

    /// A key that may be left out.
    static Key optional(String path, Shape shape, String means) {
        return new Key(path, shape, Need.OPTIONAL, "", means, "", "", "");
    }

    /// The same with the text that is read where the key is not there.
    Key otherwise(String text) {
        return new Key(path, shape, Need.DEFAULT, text, means, example, refuses, rival);
    }

    /// The same with what holds where the key is not there, in words, because it follows from something else.
    Key derived(String words) {
        return new Key(path, shape, Need.DERIVED, words, means, example, refuses, rival);
    }

    /// The same with an example, as it is written in the file.
    Key example(String text) {
        return new Key(path, shape, need, otherwise, means, text, refuses, rival);
    }

    /// The same with what the reader refuses beyond the shape.
    Key refuses(String text) {
        return new Key(path, shape, need, otherwise, means, example, text, rival);
    }

    /// The same as one of several keys of its section of which exactly one is given.
    Key rival(String group) {
        return new Key(path, shape, need, otherwise, means, example, refuses, group);
    }

    /// What is read where the key is not there.
    YamlNode fallback() {
        return shape instanceof Shape.Items || shape instanceof Shape.Lists
                ? Yaml.parse(path, otherwise)
                : new YamlNode.Scalar(otherwise, true, new YamlNode.Place(1, 1));
    }

    /// The last word of the path.
    public String name() {
        return path.substring(path.lastIndexOf('.') + 1);
    }

    /// The path of the section that it stands in; empty at the top.
    public String parent() {
        int dot = path.lastIndexOf('.');
        return dot < 0 ? "" : path.substring(0, dot);
    }
}
