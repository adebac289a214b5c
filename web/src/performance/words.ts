import type { BreakoutScore, HalfLife, Performance } from "../api/performance";
import { plural, t } from "../text/text";
import { formatCount, formatShare, joinWords } from "../ui/format";
import { numberFormat } from "../ui/intl";

const MINUTES = 60;
const HOURS_OF_DAY = 24;
/** From which share of what it settles at a post is no longer on its way. */
const ALMOST_ALL = 0.95;

/** An age or a span of hours, in the unit that is read most easily. */
export function spanInWords(hours: number): string {
  if (hours < 1) return plural(Math.round(hours * MINUTES), "{n} minute", "{n} minutes");
  if (hours < 2 * HOURS_OF_DAY) return plural(Math.round(hours), "{n} hour", "{n} hours");
  return plural(Math.round(hours / HOURS_OF_DAY), "{n} day", "{n} days");
}

export function times(value: number): string {
  const digits = value < 10 ? 1 : 0;
  const number = numberFormat(undefined, { minimumFractionDigits: digits, maximumFractionDigits: digits });
  return `${number.format(value)}×`;
}

/** How a post does for its age; null where nothing can be said. How sure that is stands behind the (i) beside it. */
export function performanceInWords(performance: Performance): string | null {
  const { evidence, settled, actual, projected } = performance;
  if (evidence.value === null || evidence.lo === null || evidence.hi === null) return null;
  const over = settled || (actual !== null && projected !== null && actual >= ALMOST_ALL * projected);
  return over
    ? t("{value} the usual", { value: times(evidence.value) })
    : t("on the way to {value} the usual", { value: times(evidence.value) });
}

/** What a post has beside what is usual at its age. */
export function actualInWords({ actual, expected, age_hours }: Performance): string | null {
  if (actual === null || expected === null || age_hours === null) return null;
  const usual = formatCount(Math.round(expected));
  return t("{number} after {age}, where {usual} are usual", {
    number: formatCount(actual),
    age: spanInWords(age_hours),
    usual,
  });
}

export function chanceInWords(chance: number): string {
  // Nothing is certain while a post still grows.
  return formatShare(Math.min(0.99, Math.max(0.01, chance)));
}

/** How often alerts came true; what is known of it where that is too little. */
export function scoreInWords({ said, settled, came_true, promised }: BreakoutScore): string {
  if (said === 0) return t("There has been no alert so far.");
  if (settled === 0 || promised === null) {
    return plural(
      said,
      "{n} alert so far, none of a post that has settled yet.",
      "{n} alerts so far, none of a post that has settled yet.",
    );
  }
  return plural(
    said,
    "{n} alert so far. Of {settled} whose posts have settled, {cameTrue} came true; {promised} were promised.",
    "{n} alerts so far. Of {settled} whose posts have settled, {cameTrue} came true; {promised} were promised.",
    { settled, cameTrue: came_true, promised: Math.round(promised * settled) },
  );
}

/** How sure it is for how long posts of a kind live; null where that is not known. */
export function halfLifeInWords({ evidence }: HalfLife): string | null {
  if (evidence.value === null || evidence.lo === null || evidence.hi === null) return null;
  const told = plural(
    evidence.n,
    "between {lo} and {hi}, from {n} post",
    "between {lo} and {hi}, from {n} posts",
    {
      lo: spanInWords(evidence.lo),
      hi: spanInWords(evidence.hi),
    },
  );
  return evidence.status === "ok" ? told : `${told}, ${t("provisional")}`;
}

/** Of how many kinds of posts it is not known, and why. */
export function untoldInWords(rows: HalfLife[]): string | null {
  const untold = rows.filter(({ evidence }) => evidence.value === null);
  if (untold.length === 0) return null;
  const rarely = untold.filter(({ evidence }) => evidence.reason_code === "read_too_rarely").length;
  const why = [
    rarely > 0 ? t("{rarely} where posts were read too rarely while they were young", { rarely }) : null,
    untold.length > rarely ? t("{count} with too few posts", { count: untold.length - rarely }) : null,
  ].filter((reason) => reason !== null);
  return plural(
    untold.length,
    "Not told for {n} kind of posts: {why}.",
    "Not told for {n} kinds of posts: {why}.",
    {
      why: joinWords(why),
    },
  );
}
