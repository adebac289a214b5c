/// TikTok as the simulator shows it: one sign-in page for both kinds of app, the Display API and the Accounts API of
/// TikTok for Business.
@NullMarked
package io.tidemark.collect.simulator.tiktok;

import org.jspecify.annotations.NullMarked;
