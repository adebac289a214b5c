/// TikTok, by its two doors: the Display API, which tells the public counters of videos and needs little approval, and
/// the Accounts API of TikTok for Business, which tells more, of posts and of days. Each is a connector with a login of
/// its own; an account and a video are the same behind either.
@NullMarked
package io.tidemark.collect.connector.tiktok;

import org.jspecify.annotations.NullMarked;
