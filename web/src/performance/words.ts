import type { BreakoutScore, HalfLife, Performance } from "../api/performance";
import { countOf, formatCount, joinWords } from "../ui/format";

const MINUTES = 60;
const HOURS_OF_DAY = 24;
/** From which share of what it settles at a post is no longer on its way. */
const ALMOST_ALL = 0.95;

/** An age or a span of hours, in the unit that is read most easily. */
export function spanInWords(hours: number): string {
  if (hours < 1) return countOf(Math.round(hours * MINUTES), "minute");
  if (hours < 2 * HOURS_OF_DAY) return countOf(Math.round(hours), "hour");
  return countOf(Math.round(hours / HOURS_OF_DAY), "day");
}

export function times(value: number): string {
  return `${value.toFixed(value < 10 ? 1 : 0)}×`;
}

/** How a post does for its age, with how sure that is; null where nothing can be said. */
export function performanceInWords(performance: Performance): string | null {
  const { evidence, settled, actual, projected } = performance;
  if (evidence.value === null || evidence.lo === null || evidence.hi === null) return null;
  const range = `${times(evidence.lo)} to ${times(evidence.hi)}`;
  const over = settled || (actual !== null && projected !== null && actual >= ALMOST_ALL * projected);
  if (over) return `${times(evidence.value)} the usual (${range})`;
  return `on the way to ${times(evidence.value)} the usual (${range})`;
}

/** What a post has beside what is usual at its age. */
export function actualInWords({ actual, expected, age_hours }: Performance): string | null {
  if (actual === null || expected === null || age_hours === null) return null;
  const usual = formatCount(Math.round(expected));
  return `${formatCount(actual)} after ${spanInWords(age_hours)}, where ${usual} are usual`;
}

export function chanceInWords(chance: number): string {
  // Nothing is certain while a post still grows.
  const percent = Math.min(99, Math.max(1, Math.round(chance * 100)));
  return `${percent} %`;
}

/** How often alerts came true; what is known of it where that is too little. */
export function scoreInWords({ said, settled, came_true, promised }: BreakoutScore): string {
  if (said === 0) return "There has been no alert so far.";
  const alerts = countOf(said, "alert");
  if (settled === 0 || promised === null) return `${alerts} so far, none of a post that has settled yet.`;
  return (
    `${alerts} so far. Of ${settled} whose posts have settled, ${came_true} came true; ` +
    `${Math.round(promised * settled)} were promised.`
  );
}

/** How sure it is for how long posts of a kind live; null where that is not known. */
export function halfLifeInWords({ evidence }: HalfLife): string | null {
  if (evidence.value === null || evidence.lo === null || evidence.hi === null) return null;
  const posts = countOf(evidence.n, "post");
  const sure = evidence.status === "ok" ? "" : ", provisional";
  return `between ${spanInWords(evidence.lo)} and ${spanInWords(evidence.hi)}, from ${posts}${sure}`;
}

/** Of how many kinds of posts it is not known, and why. */
export function untoldInWords(rows: HalfLife[]): string | null {
  const untold = rows.filter(({ evidence }) => evidence.value === null);
  if (untold.length === 0) return null;
  const rarely = untold.filter(({ evidence }) => evidence.reason_code === "read_too_rarely").length;
  const why = [
    rarely > 0 ? `${rarely} where posts were read too rarely while they were young` : null,
    untold.length > rarely ? `${untold.length - rarely} with too few posts` : null,
  ].filter((reason) => reason !== null);
  return `Not told for ${countOf(untold.length, "kind")} of posts: ${joinWords(why)}.`;
}
