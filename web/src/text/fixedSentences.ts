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
  msg("the rate as it is: posts that few people saw can lead by chance"),
  msg("the count as it is now: older posts had more time"),
  msg("the rate to be expected in the long run"),
  msg("the count that each post is expected to settle at"),
  msg("the rate that each post exceeds in the long run with a chance of nine in ten"),
  msg("the count that each post settles at with a chance of nine in ten or more"),
  msg(
    "Reactions (likes where the platform has no kinds of reactions) + comments + those of shares, reposts and quotes that the platform counts separately + saves. Clicks do not count. Unknown where a part that the platform always provides is missing.",
  ),
  msg("engagement/1 + clicks (link clicks where the platform counts only these)."),
  msg(
    "Sum of engagement / sum of the denominator, both over the items that report both. The denominator is fixed per platform; a rate over several platforms covers those that share one.",
  ),
  msg("Sum of link clicks / sum of impressions, both over the items that report both."),
  msg("Sum of a metric over the posts that report it / number of these posts."),
  msg(
    "What a post's counter gained between two local midnights: the readings, and zero at publication where the post was seen from its start, are joined by a monotone curve over the expected growth of a post of its platform. Never extrapolated past the last reading.",
  ),
  msg(
    "Sum of those of shares, reposts and quotes that the platform counts separately / number of posts that report them. Published basis only.",
  ),
  msg(
    "Sum of reactions (likes where the platform has no kinds of reactions) / number of posts that report them. Published basis only.",
  ),
  msg("Sum of comments / number of posts that report them. Published basis only."),
  msg(
    "Sum of shares, reposts and quotes / sum of impressions, both over the items that report both: how often being shown leads to being passed on. Video views where a platform has no impressions of posts, reach as the last resort; the answer names which. Not provided where a platform counts no sharing. Platforms with different denominators are not ranked against each other.",
  ),
  msg(
    "Sum of the changes of followers over a period / sum of followers at its start, both over the accounts whose level is known at both ends.",
  ),
  msg(
    "Value - base, and that / base. Without a ratio where the base is 0 (new) and where either is below 0, since people took more back than they gave; with a warning where either is under 20 (small base); not at all where the coverages are more than 10 points apart.",
  ),
  msg(
    "Of the logarithm of a ratio of sums with posts (or days) as what was sampled: residuals scaled by leverage, Student's t with Kish's effective number. Wilson's interval on counts / 1.5 where there are fewer than 5; none for fewer than 4 items or where it spans a factor over 20.",
  ),
  msg(
    "The relative difference of two ratios of sums with its interval: difference of logarithms, errors as in interval/1, degrees of freedom by Welch and Satterthwaite. Changed only if the interval leaves 0 out.",
  ),
  msg(
    "Per weekday and hour of publication in a time zone: number of posts, of posts that report the metric, their sum and mean. A description, not a recommendation. Published basis only.",
  ),
  msg(
    "Of the other posts of the account that report the metric, the share that lies below, ties counted half. Published basis only.",
  ),
  msg(
    "How often posts were shown, as each platform counts it; Instagram and Facebook call it views. A person counts every time.",
  ),
  msg("How often posts were shown without being paid for."),
  msg("How often posts were shown because somebody paid for it."),
  msg(
    "How many different people saw something, as each platform estimates it. Not added over posts, days or accounts, since the same people may be among them again.",
  ),
  msg(
    "How often videos were watched, as each platform counts it: some count from the first frame, some only after seconds.",
  ),
  msg("How often videos were watched for three seconds or more."),
  msg("How often people went on to watch a video after its first moments, as the platform counts it."),
  msg("How long videos were watched, all views together."),
  msg("Likes that people gave, less those that they took back."),
  msg(
    "Likes and other reactions that people gave, less those that they took back, where a platform has several kinds.",
  ),
  msg("Comments and replies on posts, less those that were removed."),
  msg(
    "How often people passed posts on, as each platform counts it. Reposts and quotes are among them unless the platform counts them separately.",
  ),
  msg("How often people passed posts on as they are, less those that they took back."),
  msg("How often people passed posts on with words of their own."),
  msg("How often people saved or bookmarked posts, less those that they took back."),
  msg("Clicks on posts of whatever kind, as each platform counts them."),
  msg("Clicks on links that lead away from the platform."),
  msg("How often people opened the account's own page."),
  msg("People who began to follow."),
  msg(
    "What the platform itself sums up as engagement. Each adds up other things, so platforms do not compare by it.",
  ),
  msg(
    "How many follow the accounts, as last read up to the end of the period. A person who follows several of them counts several times.",
  ),
  msg("Sum of the reach of every post: a person who saw several posts counts once for each."),
  msg(
    "Posts that the accounts published in the period, in the time zone of the business, as far as they are known.",
  ),
];
