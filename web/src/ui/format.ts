// Numbers and dates as the reader's language and country write them. Dates are plain YYYY-MM-DD strings, so they are formatted in UTC:
// a day of the business must not shift with the reader's clock.

import type { DateSpan } from "../api/types";
import { t } from "../text/text";
import { agoFormat, dateFormat, numberFormat } from "./intl";

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

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/** How long ago something was: "4 min. ago". */
export function formatAgo(instant: string, now: number, locale?: Locale): string {
  const ago = now - Date.parse(instant);
  if (ago < MINUTE_MS) return t("just now");
  const [length, unit] =
    ago < HOUR_MS
      ? ([MINUTE_MS, "minute"] as const)
      : ago < DAY_MS
        ? ([HOUR_MS, "hour"] as const)
        : ([DAY_MS, "day"] as const);
  return agoFormat(locale).format(-Math.floor(ago / length), unit);
}

/** An instant to come, on the business's clock: within hours the time alone, else with the weekday, or its day. */
export function formatSoon(instant: string, timeZone: string, now: number, locale?: Locale): string {
  const ahead = Date.parse(instant) - now;
  const day: Intl.DateTimeFormatOptions =
    ahead < DAY_MS / 2 ? {} : ahead < 6 * DAY_MS ? { weekday: "short" } : { day: "numeric", month: "short" };
  return dateFormat(locale, { ...day, hour: "2-digit", minute: "2-digit", timeZone }).format(
    new Date(instant),
  );
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
