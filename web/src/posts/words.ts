import type { AgePerformance, PostState, Verdict } from "../api/posts";
import { inSentence, type Message, msg, plural, t, tell } from "../text/text";
import { formatMetric, formatShare, formatTimes } from "../ui/format";
import { platformName, typeName } from "../ui/names";
import type { ListedPost } from "./topPosts";

const LONGEST = 140;

/** The beginning of a post's text, cut between words; what it is where it says nothing. */
export function beginning(post: Pick<ListedPost, "text" | "content_type">): string {
  const text = post.text?.replace(/\s+/g, " ").trim();
  if (!text) {
    return post.content_type === "unknown"
      ? t("Without text")
      : t("A {type} without text", { type: inSentence(typeName(post.content_type)) });
  }
  if (text.length <= LONGEST) return text;
  const cut = text.slice(0, LONGEST);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(" "), LONGEST / 2))}…`;
}

/** What sets a post apart when numbers are compared; nothing where nobody said. */
export function marks(post: Pick<ListedPost, "collab" | "crosspost">): string[] {
  const said: string[] = [];
  if (post.collab) said.push(t("Collaboration"));
  if (post.crosspost) said.push(t("Shown elsewhere too"));
  return said;
}

/** What a picture is of, for those who do not see it. */
export function pictureOf(post: Pick<ListedPost, "platform" | "account">): string {
  return t("Picture of the post by {name} on {platform}", {
    name: post.account.name,
    platform: platformName(post.platform),
  });
}

const MISSING: Record<PostState, Message> = {
  reported: msg("not collected"),
  estimated: msg("not collected"),
  not_provided: msg("not provided by the platform"),
  not_permitted: msg("not permitted by the connection"),
  not_collected: msg("not collected"),
  below_threshold: msg("too small for the platform to tell"),
  expired: msg("no longer told by the platform"),
};

/** Why there is a dash in place of a number. */
export function whyMissing(state: PostState): string {
  const words = MISSING[state];
  return words ? tell(words) : state.replaceAll("_", " ");
}

const STATES: Record<string, Message> = {
  reported: msg("Reported by the platform"),
  estimated: msg("Estimated"),
};

/** What kind of value stands there, as a sentence of its own. */
export function stateInWords(state: PostState): string {
  const words = STATES[state];
  if (words) return tell(words);
  const missing = whyMissing(state);
  return missing.charAt(0).toUpperCase() + missing.slice(1);
}

/** "1 day", "3 days", "4 weeks", "26 hours". */
export function ageInWords(hours: number): string {
  if (hours >= 336 && hours % 168 === 0) return plural(hours / 168, "{n} week", "{n} weeks");
  if (hours % 24 === 0) return plural(hours / 24, "{n} day", "{n} days");
  return plural(Math.round(hours), "{n} hour", "{n} hours");
}

const VERDICTS: Record<Verdict["kind"], (by: string) => string> = {
  glitch: (by) =>
    t("Glitch: it read {by} less and was back at the next reading, so this one does not count", { by }),
  restatement: (by) => t("Restated: the platform corrected it down by {by}", { by }),
  suspect: (by) => t("Fell by {by}; the next reading will tell whether the platform corrected it", { by }),
};

/** What became of a counter that fell. */
export function verdictInWords(verdict: Verdict): string {
  return VERDICTS[verdict.kind](formatMetric(verdict.metric, Math.abs(verdict.change)));
}

/** "Higher than 97% of 120 other posts of the account and type". */
export function percentileInWords(percentile: { rank: number; posts: number }): string {
  return plural(
    percentile.posts,
    "Higher than {share} of the other post",
    "Higher than {share} of {n} other posts",
    { share: formatShare(percentile.rank) },
  );
}

/** "2.0 times the usual, 1.5 to 2.7 nine times of ten". */
export function indexInWords(
  evidence: Pick<AgePerformance["evidence"], "value" | "lo" | "hi" | "level">,
): string | undefined {
  const { value, lo, hi, level } = evidence;
  if (value === null) return undefined;
  const middle = t("{times} times the usual", { times: formatTimes(value) });
  if (lo === null || hi === null || level === null) return middle;
  return t("{middle}, {low} to {high} ({level} interval)", {
    middle,
    low: formatTimes(lo),
    high: formatTimes(hi),
    level: formatShare(level),
  });
}
