/// The one listener: routing, who may, limits, errors, metrics. No other room needs to know the HTTP library.
@NullMarked
package dev.hansom.http;

import org.jspecify.annotations.NullMarked;
