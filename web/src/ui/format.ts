// Numbers and dates as the reader's language and country write them. Dates are plain YYYY-MM-DD strings, so they are formatted in UTC:
// a day of the business must not shift with the reader's clock.

import type { DateSpan } from "../api/types";
import { t } from "../text/text";
import { dateFormat, numberFormat } from "./intl";

type Locale = string | undefined;

export const DASH = "–";

const COMPACT_FROM = 1e9;
const SECONDS_PER_HOUR = 3600;

export function formatCount(value: number, locale?: Locale): string {
  const compact = Math.abs(value) >= COMPACT_FROM;
  return numberFormat(
    locale,
    compact ? { notation: "compact", maximumFractionDigits: 2 } : { maximumFractionDigits: 0 },
    // What rounds to zero from below is not "-0".
  ).format(Math.abs(value) < 0.5 ? 0 : value);
}

/** For the axis of a chart, where labels must stay short. */
export function formatShort(value: number, locale?: Locale): string {
  return numberFormat(locale, { notation: "compact", maximumFractionDigits: 1 }).format(value);
}

/** A figure's value with its unit: watch time is stored in seconds and read in hours, a rate in percent. */
export function formatMetric(metric: string, value: number, locale?: Locale): string {
  if (metric === "engagement_rate") return formatPercent(value, locale);
  if (metric !== "watch_time_seconds") return formatCount(value, locale);
  const hours = numberFormat(locale, { maximumFractionDigits: 1 }).format(value / SECONDS_PER_HOUR);
  return `${hours} h`;
}

export function formatSigned(value: number, locale?: Locale): string {
  return numberFormat(locale, { signDisplay: "exceptZero", maximumFractionDigits: 0 }).format(value);
}

export function formatPercent(ratio: number, locale?: Locale): string {
  return numberFormat(locale, {
    style: "percent",
    minimumFractionDigits: 2,
    maximumFractionDigits: 2,
  }).format(Math.abs(ratio) < 0.000_05 ? 0 : ratio);
}

/** A share of posts or of chances, where hundredths of a percent would claim too much. */
export function formatShare(ratio: number, locale?: Locale): string {
  return numberFormat(locale, { style: "percent", maximumFractionDigits: 0 }).format(ratio);
}

/** How many times of something: "1.9". */
export function formatTimes(ratio: number, locale?: Locale): string {
  return numberFormat(locale, { minimumFractionDigits: 1, maximumFractionDigits: 1 }).format(ratio);
}

export function formatChangeRatio(ratio: number, locale?: Locale): string {
  return numberFormat(locale, {
    style: "percent",
    signDisplay: "exceptZero",
    minimumFractionDigits: 1,
    maximumFractionDigits: 1,
  }).format(ratio);
}

/** The difference of two rates, in percentage points. */
export function formatPoints(points: number, locale?: Locale): string {
  const number = numberFormat(locale, {
    signDisplay: "exceptZero",
    minimumFractionDigits: 2,
    maximumFractionDigits: 2,
  }).format(points * 100);
  return t("{number} points", { number });
}

export function formatDate(date: string, locale?: Locale): string {
  return dateFormat(locale, {
    day: "numeric",
    month: "short",
    year: "numeric",
    timeZone: "UTC",
  }).format(new Date(`${date}T00:00:00Z`));
}

export function formatDayAndMonth(date: string, locale?: Locale): string {
  return dateFormat(locale, { day: "numeric", month: "short", timeZone: "UTC" }).format(
    new Date(`${date}T00:00:00Z`),
  );
}

export function formatMonth(date: string, locale?: Locale): string {
  return dateFormat(locale, { month: "short", timeZone: "UTC" }).format(new Date(`${date}T00:00:00Z`));
}

export function formatWeekday(date: string, locale?: Locale): string {
  return dateFormat(locale, { weekday: "short", timeZone: "UTC" }).format(new Date(`${date}T00:00:00Z`));
}

export function formatSpan(span: DateSpan, locale?: Locale): string {
  if (span.from === span.to) return formatDate(span.from, locale);
  return `${formatDate(span.from, locale)} – ${formatDate(span.to, locale)}`;
}

/** An instant, on the business's clock. */
export function formatInstant(instant: string, timeZone: string, locale?: Locale): string {
  return dateFormat(locale, { dateStyle: "medium", timeStyle: "short", timeZone }).format(new Date(instant));
}

/** "1 post", "8 posts". */
export function countOf(count: number, one: string, many = `${one}s`, locale?: Locale): string {
  return `${formatCount(count, locale)} ${count === 1 ? one : many}`;
}

/** "a, b and c". */
export function joinWords(words: string[]): string {
  if (words.length < 2) return words.join("");
  return t("{words} and {last}", { words: words.slice(0, -1).join(", "), last: words.at(-1) ?? "" });
}
