package dev.hansom.check;

/// One thing that a person should know about the data: what kind it is, how much it matters, which field or period it
/// is about, a sentence, what it rests on, and what to do.
///
/// The sentence names no value of a field that looks private.
public record Finding(Kind kind, Severity severity, String subject, String text, Evidence evidence, String next) {}
