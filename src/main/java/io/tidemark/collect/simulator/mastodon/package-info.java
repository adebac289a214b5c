/// A server of Mastodon as the simulator shows it: apps, sign-in, accounts and posts, by versions.
@NullMarked
package io.tidemark.collect.simulator.mastodon;

import org.jspecify.annotations.NullMarked;
