package dev.hansom.data;

import dev.hansom.base.ErrorCode;
import dev.hansom.base.Problem;
import dev.hansom.base.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;

/// What tells that a file is still the one that was looked at: size, time of change, identity on the disk.
record FileMark(long size, FileTime modified, String key) {
    /// The mark of `file`. Errors: `FILE_UNUSABLE` where there is none, where it is no file, or where it is empty.
    static FileMark of(Path file) {
        try {
            BasicFileAttributes found = Files.readAttributes(file, BasicFileAttributes.class);
            if (found.isDirectory()) {
                throw new ProblemException(Problem.of(ErrorCode.FILE_UNUSABLE, file.toString(), "a folder, not a file")
                        .expected("a file of rows: " + Format.known())
                        .next("name its files, for example " + file.getFileName() + "/*.parquet"));
            }
            if (!found.isRegularFile()) {
                throw new ProblemException(
                        Problem.of(ErrorCode.FILE_UNUSABLE, file.toString(), "a pipe or a device, not a file")
                                .expected("a file of rows, which can be read twice: " + Format.known()));
            }
            return new FileMark(found.size(), found.lastModifiedTime(), String.valueOf(found.fileKey()));
        } catch (NoSuchFileException e) {
            throw new ProblemException(
                    Problem.of(ErrorCode.FILE_UNUSABLE, file.toString(), "no such file")
                            .expected("a file of rows: " + Format.known()),
                    e);
        } catch (IOException e) {
            throw new ProblemException(
                    Problem.of(ErrorCode.FILE_UNUSABLE, file.toString(), "the file cannot be read")
                            .value(Engine.firstLine(e)),
                    e);
        }
    }

    /// Errors: `FILE_CHANGED` where `file` is not what it was.
    void check(Path file) {
        if (!of(file).equals(this)) {
            throw new ProblemException(
                    Problem.of(ErrorCode.FILE_CHANGED, file.toString(), "the file changed while it was read")
                            .expected("a file that nobody writes to")
                            .next("wait until it is complete, or read a copy of it"));
        }
    }
}
