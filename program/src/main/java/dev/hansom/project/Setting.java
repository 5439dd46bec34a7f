package dev.hansom.project;

import dev.hansom.base.YamlNode.Place;

/// A value that is in force, and where it comes from.
public record Setting(String path, String value, Source source) {
    /// Where a value comes from.
    public sealed interface Source {
        /// As a person reads it.
        String text();
    }

    /// It stands in the project file.
    public record FromFile(String file, Place place) implements Source {
        @Override
        public String text() {
            return file + ":" + place.line();
        }
    }

    /// Nobody said anything.
    public record Default() implements Source {
        @Override
        public String text() {
            return "default";
        }
    }

    /// Nobody said anything, and it follows from something else.
    public record Derived(String from) implements Source {
        @Override
        public String text() {
            return "default, " + from;
        }
    }
}
