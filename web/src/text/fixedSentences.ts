// Sentences of the server that are always the same, so that other languages have them in their catalogue: `ofServer` and
// `english` look them up as they come. Nothing but the check of texts reads this list.

import { msg } from "./text";

export const FIXED_SENTENCES = [
  msg("Cannot be added: the same people may be counted by several posts."),
  msg("Cannot be added: the same people may be counted on several days and by several accounts."),
  msg("No account has a level of followers at both ends of the period."),
  msg(
    "Lifts are against the account's own mix of posting times, after allowing for content type, trend and level. They are associations: what is posted at a time may differ in other ways.",
  ),
  msg(
    "Each effect is against the account's other posts, after allowing for all else that is listed, for the hour, and for how the account has grown. Effects are associations: posts that have something may differ in other ways that no number shows. To be sure, try it on purpose.",
  ),
  msg("The e-mail or the password is wrong."),
  msg("This link wants the password that belongs to it."),
  msg("That is not the password of this link."),
  msg(
    "TikTok tells reach and watch time of a post only while people watch it: after a week without views they are missing, never 0, and what was read before stays.",
  ),
  msg(
    "TikTok no longer updates a post a year after its publication, and tells a day one or two days after it has ended.",
  ),
  msg(
    "This sign-in tells of public videos alone: one that is made private counts as deleted until it is public again.",
  ),
  msg("Counts are what the account's own server knows: what happens on others reaches it late, or never."),
  msg("Quotes are told by servers of version 4.5 or later."),
  msg("Days and analytics are told of business accounts alone, a day or two late."),
  msg("Of pins from before 20 March 2023 totals are told only where they are videos or idea pins."),
  msg(
    "Threads does not tell how often all posts were shown on a day, only how often the profile was looked at.",
  ),
  msg("Threads tells who the followers are once there are a hundred."),
  msg("Bluesky tells neither how often posts were seen nor how often their links were followed."),
  msg("App password"),
  msg(
    "Made on Bluesky under Settings > Privacy and security > App passwords. Not the password of the account.",
  ),
  msg("Where the account signs in. Empty for all that are not on a server of their own."),
  msg("Such as acme.bsky.social."),
  msg("Its whole name, with its server: @name@mastodon.social."),
  msg("Where the account is at home, as in its address: mastodon.social."),
  msg("Facebook (pages and the Instagram accounts linked to them)"),
  msg("Instagram (with an Instagram account)"),
  msg("Bluesky (without a sign-in)"),
  msg("Bluesky (on Bluesky's page)"),
  msg("Mastodon (without a sign-in)"),
  msg("The platform takes the sign-in no more."),
  msg("The sign-in has ended."),
  msg("The last run did not go well."),
  msg("the rate as it is: posts that few people saw can lead by chance"),
  msg("the count as it is now: older posts had more time"),
  msg("the rate to be expected in the long run"),
  msg("the count that each post is expected to settle at"),
  msg("the rate that each post exceeds in the long run with a chance of nine in ten"),
  msg("the count that each post settles at with a chance of nine in ten or more"),
];
