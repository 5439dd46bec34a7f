/// The wiring: the program put together by hand, with its clock, randomness and environment.
@NullMarked
package dev.hansom;

import org.jspecify.annotations.NullMarked;
