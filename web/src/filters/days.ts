// The calendar, on plain YYYY-MM-DD strings: a day of the business must not shift with the reader's clock.

import type { DateSpan } from "../api/types";
import { dateFormat } from "../ui/intl";

export type Unit = "week" | "month" | "quarter" | "year";

const MS_PER_DAY = 86_400_000;
const MONTHS_PER: Record<Exclude<Unit, "week">, number> = { month: 1, quarter: 3, year: 12 };

export function addDays(day: string, days: number): string {
  return new Date(time(day) + days * MS_PER_DAY).toISOString().slice(0, 10);
}

/** The first day of the month that lies a number of months after that of a day. */
export function monthStart(day: string, months = 0): string {
  const date = new Date(time(day));
  return new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + months, 1)).toISOString().slice(0, 10);
}

/** So many months from the first of one on. */
export function wholeMonths(start: string, months: number): DateSpan {
  return { from: start, to: addDays(monthStart(start, months), -1) };
}

/** How many whole months a period is; undefined where it is not made of whole ones. */
export function monthsIn({ from, to }: DateSpan): number | undefined {
  if (!from.endsWith("-01") || !addDays(to, 1).endsWith("-01")) return undefined;
  const [a, b] = [new Date(time(from)), new Date(time(addDays(to, 1)))];
  return (b.getUTCFullYear() - a.getUTCFullYear()) * 12 + b.getUTCMonth() - a.getUTCMonth();
}

/** The calendar's unit that a period is one whole of, weeks aside: any seven days are as long as one. */
export function wholeUnit(span: DateSpan): Exclude<Unit, "week"> | undefined {
  const months = monthsIn(span);
  const month = Number(span.from.slice(5, 7));
  return (["month", "quarter", "year"] as const).find(
    (unit) => MONTHS_PER[unit] === months && (month - 1) % MONTHS_PER[unit] === 0,
  );
}

export function daysIn({ from, to }: DateSpan): number {
  return Math.round((time(to) - time(from)) / MS_PER_DAY) + 1;
}

/** The day that the numbers of a past view end with. */
export function asOfDay(asOf: string, timeZone: string): string {
  return asOf.includes("T") ? todayIn(timeZone, new Date(asOf)) : asOf;
}

/** Which day it is in a zone. */
export function todayIn(timeZone: string, now = new Date()): string {
  const parts = dateFormat("en", {
    timeZone,
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
  }).formatToParts(now);
  const part = (type: string) => parts.find((one) => one.type === type)?.value ?? "";
  return `${part("year")}-${part("month")}-${part("day")}`;
}

/** The instant, in milliseconds since the epoch, at which a day begins in a zone. */
export function dayStart(day: string, timeZone: string): number {
  const midnight = time(day);
  // Twice, as the clock may be put forward or back between the first guess and the day's beginning.
  const first = midnight - aheadOfUtc(midnight, timeZone);
  return midnight - aheadOfUtc(first, timeZone);
}

function aheadOfUtc(instant: number, timeZone: string): number {
  const parts = dateFormat("en", {
    timeZone,
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
    hourCycle: "h23",
  }).formatToParts(instant);
  const part = (type: string) => Number(parts.find((one) => one.type === type)?.value);
  return Date.UTC(part("year"), part("month") - 1, part("day"), part("hour"), part("minute")) - instant;
}

function time(day: string): number {
  return Date.parse(`${day}T00:00:00Z`);
}
