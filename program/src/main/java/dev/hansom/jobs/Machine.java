package dev.hansom.jobs;

import java.nio.file.Path;
import java.util.Map;

/// What the program runs on, asked once at the start: who, where scratch files may lie, which versions, which settings
/// from the environment, how much memory the data engine may take, and how this process was started (so that it can
/// start a server like itself).
public record Machine(
        String user,
        Path temporary,
        Map<String, String> versions,
        Map<String, String> environment,
        long dataMemory,
        int threads,
        java.util.List<String> ownCommand) {}
