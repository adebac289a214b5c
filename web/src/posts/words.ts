import type { AgePerformance, PostState, Verdict } from "../api/posts";
import { countOf, formatCount, formatMetric, formatShare, formatTimes } from "../ui/format";
import { platformName } from "../ui/names";
import type { ListedPost } from "./topPosts";

const LONGEST = 140;

/** The beginning of a post's text, cut between words; what it is where it says nothing. */
export function beginning(post: Pick<ListedPost, "text" | "content_type">): string {
  const text = post.text?.replace(/\s+/g, " ").trim();
  if (!text) return post.content_type === "unknown" ? "Without text" : `A ${post.content_type} without text`;
  if (text.length <= LONGEST) return text;
  const cut = text.slice(0, LONGEST);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(" "), LONGEST / 2))}…`;
}

/** What sets a post apart when numbers are compared; nothing where nobody said. */
export function marks(post: Pick<ListedPost, "collab" | "crosspost">): string[] {
  const said: string[] = [];
  if (post.collab) said.push("Collaboration");
  if (post.crosspost) said.push("Shown elsewhere too");
  return said;
}

/** What a picture is of, for those who do not see it. */
export function pictureOf(post: Pick<ListedPost, "platform" | "account">): string {
  return `Picture of the post by ${post.account.name} on ${platformName(post.platform)}`;
}

const MISSING: Record<PostState, string> = {
  reported: "not collected",
  estimated: "not collected",
  not_provided: "not provided by the platform",
  not_permitted: "not permitted by the connection",
  not_collected: "not collected",
  below_threshold: "too small for the platform to tell",
  expired: "no longer told by the platform",
};

/** Why there is a dash in place of a number. */
export function whyMissing(state: PostState): string {
  return MISSING[state] ?? state.replaceAll("_", " ");
}

const STATES: Record<string, string> = {
  reported: "Reported by the platform",
  estimated: "Estimated",
};

/** What kind of value stands there, as a sentence of its own. */
export function stateInWords(state: PostState): string {
  const missing = whyMissing(state);
  return STATES[state] ?? missing.charAt(0).toUpperCase() + missing.slice(1);
}

/** "1 day", "3 days", "4 weeks", "26 hours". */
export function ageInWords(hours: number): string {
  if (hours >= 336 && hours % 168 === 0) return countOf(hours / 168, "week");
  if (hours % 24 === 0) return countOf(hours / 24, "day");
  return countOf(Math.round(hours), "hour");
}

const VERDICTS: Record<Verdict["kind"], (by: string) => string> = {
  glitch: (by) => `Glitch: it read ${by} less and was back at the next reading, so this one does not count`,
  restatement: (by) => `Restated: the platform corrected it down by ${by}`,
  suspect: (by) => `Fell by ${by}; the next reading will tell whether the platform corrected it`,
};

/** What became of a counter that fell. */
export function verdictInWords(verdict: Verdict): string {
  return VERDICTS[verdict.kind](formatMetric(verdict.metric, Math.abs(verdict.change)));
}

/** "Higher than 97 % of 120 other posts of the account and type". */
export function percentileInWords(percentile: { rank: number; posts: number }): string {
  const others = percentile.posts === 1 ? "the other post" : `${formatCount(percentile.posts)} other posts`;
  return `Higher than ${formatShare(percentile.rank)} of ${others}`;
}

/** "2.0 times the usual, 1.5 to 2.7 nine times of ten". */
export function indexInWords(
  evidence: Pick<AgePerformance["evidence"], "value" | "lo" | "hi" | "level">,
): string | undefined {
  const { value, lo, hi, level } = evidence;
  if (value === null) return undefined;
  const middle = `${formatTimes(value)} times the usual`;
  if (lo === null || hi === null || level === null) return middle;
  return `${middle}, ${formatTimes(lo)} to ${formatTimes(hi)} (${formatShare(level)} interval)`;
}
