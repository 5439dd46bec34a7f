package dev.hansom.check;

import dev.hansom.project.Project;
import java.util.ArrayList;
import java.util.List;

/// What the project file leaves unsaid and nobody can guess: who answers for it, and what is asked in a person's words.
final class UnstatedCheck implements Check {
    @Override
    public List<Finding> find(Survey survey) {
        Project project = survey.project;
        List<Finding> findings = new ArrayList<>();
        if (project.owner().equals(Project.NOBODY)) {
            findings.add(note(
                    "owner",
                    "nobody answers for the project",
                    "state owner: in the project file, for example the address of a team"));
        }
        if (project.question().equals(Project.question(project.target(), project.prediction()))) {
            findings.add(note(
                    "question",
                    "the question is the one made from the target: " + project.question(),
                    "state question: in the project file, as the person would ask who decides by the answer"));
        }
        return findings;
    }

    private static Finding note(String key, String text, String next) {
        return new Finding(Kind.UNSTATED, Severity.NOTE, key, text, Evidence.NONE, next);
    }
}
