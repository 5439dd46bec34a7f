package dev.hansom.design;

/// One condition without which no verdict is worth anything.
///
/// `id` is that of the practice it belongs to (`D1`), `name` says what must hold, `detail` what was found.
public record ValidityCheck(String id, String name, boolean passed, String detail) {}
