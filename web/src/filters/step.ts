import type { DateSpan } from "../api/types";
import { addDays, daysIn, monthStart, monthsIn, type Unit, wholeMonths, wholeUnit } from "./days";
import type { Range } from "./ranges";

export type Step = 1 | -1;

const TO_DATE: Partial<Record<Range, Unit>> = {
  this_week: "week",
  this_month: "month",
  this_quarter: "quarter",
  this_year: "year",
};
const MONTHS = { month: 1, quarter: 3, year: 12 } as const;

/**
 * The period right before or after one: whole months lead to whole months, a unit to date back to the whole one before,
 * and anything else to as many days. Undefined where that lies in the future.
 *
 * @param range the name by which the period was asked for
 */
export function stepPeriod(
  span: DateSpan,
  range: Range | undefined,
  step: Step,
  today: string,
): { range: Range } | DateSpan | undefined {
  const unit = range && TO_DATE[range];
  if (range === "all") return undefined;
  if (unit) return step === 1 ? undefined : unitBefore(span.from, unit);
  const next = shifted(span, step);
  if (next.to <= today) return next;
  // The whole unit that has begun is told up to today.
  const whole = wholeUnit(next);
  return next.from <= today && whole ? { range: `this_${whole}` } : undefined;
}

function unitBefore(start: string, unit: Unit): DateSpan {
  return unit === "week"
    ? { from: addDays(start, -7), to: addDays(start, -1) }
    : wholeMonths(monthStart(start, -MONTHS[unit]), MONTHS[unit]);
}

function shifted(span: DateSpan, step: Step): DateSpan {
  const months = monthsIn(span);
  if (months !== undefined) return wholeMonths(monthStart(span.from, step * months), months);
  const days = step * daysIn(span);
  return { from: addDays(span.from, days), to: addDays(span.to, days) };
}
