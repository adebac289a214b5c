import type {
  Experiment,
  LeftOut,
  PostingTime,
  TestProposal,
  TimeEffect,
  TimingConclusion,
  Verdict,
} from "../api/times";
import { inSentence, type Message, msg, plural, t, tell } from "../text/text";
import { joinWords } from "../ui/format";
import { dateFormat, numberFormat } from "../ui/intl";

type Locale = string | undefined;

/** 5 January 2026 was a Monday. */
const A_MONDAY = Date.UTC(2026, 0, 5);
const DAY_MS = 86_400_000;
const POWER = 16;
const DAYS = 7;

export const VERDICTS: Record<Verdict, { mark: string; name: Message; meaning: Message }> = {
  good: { mark: "▲", name: msg("Better"), meaning: msg("better than your usual mix of times") },
  poor: { mark: "▼", name: msg("Worse"), meaning: msg("worse than your usual mix of times") },
  worth_testing: {
    mark: "?",
    name: msg("Worth testing"),
    meaning: msg("hardly used, and could be the best"),
  },
  unclear: {
    mark: "",
    name: msg("Cannot be told"),
    meaning: msg("neither better nor worse as far as can be told"),
  },
  not_enough_data: {
    mark: "",
    name: msg("Not enough data"),
    meaning: msg("too few posts to speak of this time"),
  },
};

export function verdictTitle({
  status,
  reason_code,
}: Pick<TimingConclusion, "status" | "reason_code">): string {
  if (status === "ok" || status === "weak") return t("A time stands out");
  if (status === "not_provided") return t("The platform does not say");
  return reason_code === "no_clear_difference" ? t("No time stands out") : t("Not enough data yet");
}

export function weekdayName(weekday: number, style: "long" | "short" = "long", locale?: Locale): string {
  return dateFormat(locale, { weekday: style, timeZone: "UTC" }).format(A_MONDAY + (weekday - 1) * DAY_MS);
}

export function hourName(hour: number): string {
  return `${String(hour).padStart(2, "0")}:00`;
}

export function timeName(time: { weekday: number | null; hour: number | null }): string {
  const day = time.weekday === null ? null : weekdayName(time.weekday);
  if (time.hour === null) return day ?? t("Any time");
  const hours = `${hourName(time.hour)}–${hourName(time.hour + 1)}`;
  return day === null ? t("Any day, {hours}", { hours }) : `${day}, ${hours}`;
}

export function share(value: number, locale?: Locale): string {
  return numberFormat(locale, {
    style: "percent",
    signDisplay: "exceptZero",
    maximumFractionDigits: 0,
  }).format(value);
}

/** Never a lift without its interval. */
export function liftInWords(effect: TimeEffect): string {
  if (effect.lift === null || effect.interval === null) return t("No lift can be told");
  return t("{lift} ({low} to {high})", {
    lift: share(effect.lift),
    low: share(effect.interval[0]),
    high: share(effect.interval[1]),
  });
}

export function cellInWords(effect: TimeEffect): string {
  const posts = plural(effect.posts, "{n} post", "{n} posts");
  if (effect.lift === null) return `${timeName(effect)}: ${posts}`;
  return `${timeName(effect)}: ${liftInWords(effect)}, ${posts}, ${inSentence(tell(VERDICTS[effect.verdict].name))}`;
}

/** How strongly a cell is coloured: not at all where nothing is known, fully where it is certain. */
export function certainty(effect: TimeEffect): number {
  return effect.probability === null ? 0 : 2 * effect.probability - 1;
}

export function leftOutInWords(left: LeftOut): string | null {
  const parts = [
    left.boosted > 0 && plural(left.boosted, "{n} boosted post", "{n} boosted posts"),
    left.stories > 0 && plural(left.stories, "{n} story", "{n} stories"),
    left.replies > 0 && plural(left.replies, "{n} reply", "{n} replies"),
    left.deleted > 0 && plural(left.deleted, "{n} deleted post", "{n} deleted posts"),
    left.without_value > 0 &&
      plural(left.without_value, "{n} post without this metric", "{n} posts without this metric"),
  ].filter((part) => part !== false);
  return parts.length === 0 ? null : t("Left out: {list}.", { list: joinWords(parts) });
}

export function postsPerTime(noise: number, difference: number): number {
  return Math.ceil((POWER * noise) / Math.log1p(difference) ** 2);
}

export function overlap(first: PostingTime, second: PostingTime): boolean {
  const days = first.weekday === null || second.weekday === null || first.weekday === second.weekday;
  return days && first.hour === second.hour;
}

/** How long a test takes: at the account's pace, but no more than a post at each chance. */
export function weeksOfTest(
  proposal: Pick<TestProposal, "noise" | "posts_per_week">,
  first: PostingTime,
  second: PostingTime,
  difference: number,
): number {
  const chances = [first, second].map((time) => (time.weekday === null ? DAYS : 1));
  const slowest = Math.min(...chances) * 2;
  const pace = Math.min(proposal.posts_per_week, slowest);
  return Math.ceil((2 * postsPerTime(proposal.noise, difference)) / pace);
}

/** What the posts that settle a difference mean to an account. */
export function paceInWords(proposal: TestProposal, locale?: Locale): string {
  const pace = numberFormat(locale, { maximumFractionDigits: 1 }).format(proposal.posts_per_week);
  const weeks = Math.ceil((2 * proposal.posts_per_time) / proposal.posts_per_week);
  return t("at your {pace} posts a week, about {weeks} of posting at these two alone", {
    pace,
    weeks: durationInWords(weeks),
  });
}

export function durationInWords(weeks: number): string {
  if (weeks < 9) return plural(weeks, "{n} week", "{n} weeks");
  const months = Math.round(weeks / 4.35);
  if (months < 24) return plural(months, "{n} month", "{n} months");
  return plural(Math.round(months / 12), "{n} year", "{n} years");
}

export function stageInWords({ state }: Experiment): string {
  if (state.stage === "running") return t("Running");
  return state.stage === "stopped" ? t("Stopped early") : t("Complete |of a test");
}
