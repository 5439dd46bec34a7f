/// The Open Inference Protocol, version 2, over REST: tensors in, tensors out; and a client of it.
@NullMarked
package dev.hansom.oip;

import org.jspecify.annotations.NullMarked;
