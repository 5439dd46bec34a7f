package dev.hansom.project;

import dev.hansom.base.YamlNode.Place;
import java.util.HashMap;
import java.util.Map;

/// Where the parts of a project stand in its file, by the name that error texts give them.
final class Places {
    private static final Place TOP = new Place(1, 1);
    private final Map<String, Place> places = new HashMap<>();

    void put(String part, Place place) {
        places.putIfAbsent(part, place);
    }

    void replace(String part, Place place) {
        places.put(part, place);
    }

    Place of(String part) {
        return places.getOrDefault(part, TOP);
    }
}
