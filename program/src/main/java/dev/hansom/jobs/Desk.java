package dev.hansom.jobs;

import dev.hansom.base.Progress;
import java.time.Clock;
import java.util.random.RandomGenerator;

/// What a job works with: the clock, randomness for names (never for figures), a place to tell progress, the machine.
public record Desk(Clock clock, RandomGenerator random, Progress progress, Machine machine) {}
