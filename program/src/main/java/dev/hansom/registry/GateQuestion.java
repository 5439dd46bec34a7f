package dev.hansom.registry;

/// One question before a version may become champion, its answer, and the figures or the reason.
public record GateQuestion(String question, boolean passed, String detail) {}
