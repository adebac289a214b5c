import type { DateSpan } from "../api/types";

/** Periods by the server's names, in the order in which the page offers them. */
export const RANGES = {
  today: "Today",
  yesterday: "Yesterday",
  last_7_days: "Last 7 days",
  last_28_days: "Last 28 days",
  last_30_days: "Last 30 days",
  last_90_days: "Last 90 days",
  last_365_days: "Last 365 days",
  this_week: "This week",
  this_month: "This month",
  this_quarter: "This quarter",
  this_year: "This year",
  last_week: "Last week",
  last_month: "Last month",
  last_quarter: "Last quarter",
  last_year: "Last year",
  last_12_months: "Last 12 months",
  all: "All time",
} as const;
export type Preset = keyof typeof RANGES;

/** Days end yesterday; of the other units so many are meant that are over. */
export type Range = Preset | `last_${number}_${"days" | "weeks" | "months" | "quarters" | "years"}`;

export const DEFAULT_RANGE: Range = "last_28_days";

const LAST = /^last_[1-9]\d{0,3}_(days|weeks|months|quarters|years)$/;

export function isRange(text: string): text is Range {
  return Object.hasOwn(RANGES, text) || LAST.test(text);
}

export function rangeName(range: Range): string {
  return Object.hasOwn(RANGES, range)
    ? RANGES[range as Preset]
    : range.replaceAll("_", " ").replace("last", "Last");
}

const EARLIEST_YEAR = 1990;
const LATEST_YEAR = 2100;

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
  if (!isDate(from) || !isDate(to)) return "Give both dates in full.";
  return from > to ? "The first day lies after the last." : undefined;
}

export function sameSpan(a: DateSpan, b: DateSpan): boolean {
  return a.from === b.from && a.to === b.to;
}
