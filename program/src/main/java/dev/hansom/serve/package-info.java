/// Who answers, what was said to whom, and what turned out: deployments, answers, the prediction log, truths.
@NullMarked
package dev.hansom.serve;

import org.jspecify.annotations.NullMarked;
