import type { DateSpan } from "../api/types";
import { msg, plural, t, tell } from "../text/text";

/** Periods by the server's names, in the order in which the page offers them. */
export const RANGES = {
  today: msg("Today"),
  yesterday: msg("Yesterday"),
  last_7_days: msg("Last 7 days"),
  last_28_days: msg("Last 28 days"),
  last_30_days: msg("Last 30 days"),
  last_90_days: msg("Last 90 days"),
  last_365_days: msg("Last 365 days"),
  this_week: msg("This week"),
  this_month: msg("This month"),
  this_quarter: msg("This quarter"),
  this_year: msg("This year"),
  last_week: msg("Last week"),
  last_month: msg("Last month"),
  last_quarter: msg("Last quarter"),
  last_year: msg("Last year"),
  last_12_months: msg("Last 12 months"),
  all: msg("All time"),
} as const;
export type Preset = keyof typeof RANGES;

/** Days end yesterday; of the other units so many are meant that are over. */
export type Range = Preset | `last_${number}_${Unit}`;
type Unit = "days" | "weeks" | "months" | "quarters" | "years";

export const DEFAULT_RANGE: Range = "last_28_days";

const LAST = /^last_[1-9]\d{0,3}_(days|weeks|months|quarters|years)$/;

export function isRange(text: string): text is Range {
  return Object.hasOwn(RANGES, text) || LAST.test(text);
}

export function rangeName(range: Range): string {
  if (Object.hasOwn(RANGES, range)) return tell(RANGES[range as Preset]);
  const [, count = "", unit = ""] = range.split("_");
  return lastOf(Number(count))[unit as Unit];
}

function lastOf(count: number): Record<Unit, string> {
  return {
    days: plural(count, "Last {n} days", "Last {n} days"),
    weeks: plural(count, "Last {n} weeks", "Last {n} weeks"),
    months: plural(count, "Last {n} months", "Last {n} months"),
    quarters: plural(count, "Last {n} quarters", "Last {n} quarters"),
    years: plural(count, "Last {n} years", "Last {n} years"),
  };
}

const EARLIEST_YEAR = 1990;
const LATEST_YEAR = 2100;

/** An instant as the API spells it: "2026-11-24T05:19:59.999999Z". */
export function isInstant(text: string): boolean {
  const [day = "", time = ""] = text.split("T");
  return isDate(day) && /^([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d{1,9})?)?Z$/.test(time);
}

/** A real calendar date, YYYY-MM-DD. A year of which only the first digits are typed is none. */
export function isDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const year = Number(text.slice(0, 4));
  if (year < EARLIEST_YEAR || year > LATEST_YEAR) return false;
  const date = new Date(`${text}T00:00:00Z`);
  // Date rolls 31 February over into March; a date that comes back changed was not one.
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

export function isSpan(from: string, to: string): boolean {
  return isDate(from) && isDate(to) && from <= to;
}

/** Why two typed dates are not a period, or undefined when they are one. */
export function spanProblem(from: string, to: string): string | undefined {
  if (!isDate(from) || !isDate(to)) return t("Give both dates in full.");
  return from > to ? t("The first day lies after the last.") : undefined;
}

export function sameSpan(a: DateSpan, b: DateSpan): boolean {
  return a.from === b.from && a.to === b.to;
}
