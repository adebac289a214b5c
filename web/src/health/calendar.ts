import type { DayState, GapCalendar } from "../api/health";
import type { DateSpan } from "../api/types";

const DAY_MS = 86_400_000;
const DAYS_OF_WEEK = 7;

export interface Day {
  date: string;
  state: DayState;
}

export function daysOf(calendar: GapCalendar): Day[] {
  return calendar.days.map((state, index) => ({ date: plusDays(calendar.from, index), state }));
}

export interface Row {
  /** The day of the first column, also where the calendar begins later. */
  first: string;
  /** One for each week; undefined where the calendar has no such day. */
  days: (Day | undefined)[];
}

/** One row for each day of the week; 0 is Sunday. */
export function weeksOf(days: Day[], firstDayOfWeek: number): Row[] {
  const first = days[0];
  if (!first) return [];
  const weekday = new Date(`${first.date}T00:00:00Z`).getUTCDay();
  const lead = (weekday - firstDayOfWeek + DAYS_OF_WEEK) % DAYS_OF_WEEK;
  const weeks = Math.ceil((lead + days.length) / DAYS_OF_WEEK);
  return Array.from({ length: DAYS_OF_WEEK }, (_, row) => ({
    first: plusDays(first.date, row - lead),
    days: Array.from({ length: weeks }, (_, week) => days[week * DAYS_OF_WEEK + row - lead]),
  }));
}

export interface Month {
  /** A day of it. */
  date: string;
  weeks: number;
}

/** The months above the columns: that of the first day of each week. */
export function monthsOf(rows: Row[]): Month[] {
  const months: Month[] = [];
  const top = rows[0];
  top?.days.forEach((_, week) => {
    const date = plusDays(top.first, week * DAYS_OF_WEEK);
    const last = months.at(-1);
    if (last && last.date.slice(0, 7) === date.slice(0, 7)) last.weeks++;
    else months.push({ date, weeks: 1 });
  });
  return months;
}

function plusDays(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);
}

/** Days in a row on which nothing could be read, the latest first. */
export function gapsOf(days: Day[]): DateSpan[] {
  const gaps: DateSpan[] = [];
  let before: DayState | undefined;
  for (const { date, state } of days) {
    const last = gaps.at(-1);
    if (state === "missed" && before === "missed" && last) last.to = date;
    else if (state === "missed") gaps.push({ from: date, to: date });
    before = state;
  }
  return gaps.reverse();
}

export function countDays(days: Day[], state: DayState): number {
  return days.filter((day) => day.state === state).length;
}
