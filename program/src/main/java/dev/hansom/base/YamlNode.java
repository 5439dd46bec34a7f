package dev.hansom.base;

import java.util.List;

/// A piece of a YAML file with the place where it stands. Lines and columns count from 1.
public sealed interface YamlNode {
    /// Where it begins.
    Place place();

    /// A word for the kind of node, for error texts.
    String kind();

    /// A line and a column of a file, counted from 1.
    record Place(int line, int column) {
        /// A place `characters` further on the same line.
        public Place plus(int characters) {
            return new Place(line, column + characters);
        }
    }

    /// One value as it was written; `plain` when without quotes, so that it may be a number or a boolean.
    record Scalar(String text, boolean plain, Place place) implements YamlNode {
        @Override
        public String kind() {
            return "a value";
        }
    }

    /// A list.
    record Sequence(List<YamlNode> items, Place place) implements YamlNode {
        @Override
        public String kind() {
            return "a list";
        }
    }

    /// Keys and their values, in the order of the file.
    record Mapping(List<Entry> entries, Place place) implements YamlNode {
        @Override
        public String kind() {
            return "keys with values";
        }
    }

    /// One key of a mapping.
    record Entry(String key, Place place, YamlNode value) {}
}
