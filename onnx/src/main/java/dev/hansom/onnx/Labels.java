package dev.hansom.onnx;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/// The texts that a classifier has answered, each with its place.
///
/// Threads: safe for many threads.
final class Labels {
    private final Map<String, Integer> places = new ConcurrentHashMap<>();
    private final List<String> texts = new CopyOnWriteArrayList<>();

    int place(String text) {
        Integer place = places.get(text);
        return place != null ? place : add(text);
    }

    /// All of them by place; grows with new ones.
    List<String> texts() {
        return java.util.Collections.unmodifiableList(texts);
    }

    private synchronized int add(String text) {
        return places.computeIfAbsent(text, key -> {
            texts.add(key);
            return texts.size() - 1;
        });
    }
}
