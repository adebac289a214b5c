import type { DateSpan } from "../api/types";
import { addDays, monthStart, type Unit } from "./days";
import type { Range } from "./ranges";

const WEEKDAYS = ["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"];
const MONTHS = { month: 1, quarter: 3, year: 12 } as const;

/**
 * The days of a period by its name, as the server will resolve it: so that what is stepped on from is known before the
 * answer. Undefined for all time, which only the server knows.
 *
 * @param weekStart the first day of the business's week, in lower case
 */
export function resolveRange(range: Range, today: string, weekStart: string): DateSpan | undefined {
  if (range === "all") return undefined;
  if (range === "today") return { from: today, to: today };
  if (range === "yesterday") return lastDays(1, today);
  const [, kind, count = "1", name = ""] = /^(last|this)(?:_(\d+))?_([a-z]+?)s?$/.exec(range) ?? [];
  if (name === "day") return lastDays(Number(count), today);
  const unit = name as Unit;
  const start = unitStart(today, unit, weekStart);
  return kind === "this"
    ? { from: start, to: today }
    : { from: plus(start, unit, -Number(count)), to: addDays(start, -1) };
}

function lastDays(count: number, today: string): DateSpan {
  return { from: addDays(today, -count), to: addDays(today, -1) };
}

function unitStart(day: string, unit: Unit, weekStart: string): string {
  if (unit === "week") {
    const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
    return addDays(day, -((weekday - WEEKDAYS.indexOf(weekStart) + 7) % 7));
  }
  const month = Number(day.slice(5, 7)) - 1;
  return monthStart(day, -(month % MONTHS[unit]));
}

function plus(start: string, unit: Unit, units: number): string {
  return unit === "week" ? addDays(start, 7 * units) : monthStart(start, units * MONTHS[unit]);
}
