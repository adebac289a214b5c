/// Facebook, Instagram and Threads as the simulators show them: sign-ins, pages, accounts and their insights.
@NullMarked
package io.tidemark.collect.simulator.meta;

import org.jspecify.annotations.NullMarked;
