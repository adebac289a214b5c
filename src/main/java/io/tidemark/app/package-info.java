/// Main, command line, configuration and wiring: the only package that knows all others.
@NullMarked
package io.tidemark.app;

import org.jspecify.annotations.NullMarked;
