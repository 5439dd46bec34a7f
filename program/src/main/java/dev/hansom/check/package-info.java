/// What is wrong with the data before any model: findings with evidence, and checks that are frozen into the project.
@NullMarked
package dev.hansom.check;

import org.jspecify.annotations.NullMarked;
