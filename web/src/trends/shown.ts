import type { DateSpan, Granularity, TrendFigure, TrendMarker, TrendPoint, Trends } from "../api/types";
import { addDays, daysIn, monthStart } from "../filters/days";
import { lettered, type Mark, marksOf, notesOn, numbered, type Said, textsOn } from "../notes/marks";
import { plural, t } from "../text/text";
import { DASH, formatMetric, formatSpan } from "../ui/format";
import { figureName } from "../ui/names";
import { dayText, pointNotes, pointText } from "./points";
import { describe, type Series, toSeries } from "./series";
import { type Overlay, overlayNotes, withForecast } from "./usual";

/** What a chart of one metric shows, and its table, its picture and its words with it. */
export interface Shown {
  metric: TrendFigure;
  trends: Pick<Trends, "period" | "granularity" | "points" | "comparison" | "previous" | "averages">;
  overlay: Overlay | undefined;
  notes: Said[];
  breaks: TrendMarker[];
}

const PER: Record<Granularity, () => string> = {
  day: () => t("per day"),
  week: () => t("per week"),
  month: () => t("per month"),
  quarter: () => t("per quarter"),
};

/** "per day". */
export const perStretch = (granularity: Granularity) => PER[granularity]();

/** The days that a point is of. */
export function stretchOf({ trends }: Shown, index: number): DateSpan | undefined {
  return spanOf(trends.points, trends.period.to, index);
}

/** Whether the period cuts the week or month of a point, whose value therefore compares with no other. */
export function isCut(shown: Shown, index: number): boolean {
  const stretch = stretchOf(shown, index);
  return stretch !== undefined && daysIn(stretch) < wholeDays(shown.trends.granularity, stretch);
}

/** "Mon 3 Nov 2026", or "2 Nov 2026 – 8 Nov 2026". */
export function stretchText(stretch: DateSpan, locale?: string): string {
  return stretch.from === stretch.to ? dayText(stretch.from, locale) : formatSpan(stretch, locale);
}

/** The places along the chart, by their first days; those of a forecast included. */
export function datesOf({ trends, overlay }: Shown): string[] {
  const dates = trends.points.map(({ date }) => date);
  return overlay ? withForecast(dates, overlay) : dates;
}

/** The lines of what is shown, which legends tell of too. */
export function seriesOf(shown: Shown): Series {
  return toSeries(shown.trends.points, shown.metric, (index) => isCut(shown, index));
}

/** What is marked on the chart: notes by number, what happened to the numbers themselves by letter. */
export function marksIn(shown: Shown): { notes: Mark[]; breaks: Mark[] } {
  const dates = datesOf(shown);
  const end = shown.overlay ? undefined : shown.trends.period.to;
  return {
    notes: marksOf(shown.notes, dates, numbered, end),
    breaks: marksOf(shown.breaks, dates, lettered, end),
  };
}

export interface Told {
  days: string;
  value: string;
  /** What is to be known about the value. */
  about: string[];
  /** What other lines have there. */
  beside: string[];
}

/** All that is to be said of one place along the chart. */
export function tellPlace(shown: Shown, index: number, locale?: string): Told | undefined {
  const { metric, overlay, trends } = shown;
  const date = datesOf(shown)[index];
  if (date === undefined) return undefined;
  const point = trends.points[index];
  const stretch = stretchOf(shown, index) ?? { from: date, to: date };
  return {
    days: stretchText(stretch, locale),
    value: point ? pointText(point, metric, locale) : DASH,
    beside: besides(shown, index, locale),
    about: [
      point ? pointNotes(point.metrics[metric]) : "",
      isCut(shown, index) ? cutText(shown, stretch) : "",
      ...(overlay ? overlayNotes(overlay, metric, date, locale) : []),
      ...notesOn(shown.notes, stretch),
      ...textsOn(shown.breaks, stretch),
    ].filter((one) => one !== ""),
  };
}

/** The line in a sentence or two, for those who do not see it. */
export function describeShown(shown: Shown, locale?: string): string {
  const { metric, trends } = shown;
  const longer =
    trends.granularity === "day"
      ? undefined
      : { per: perStretch(trends.granularity), daysOf: (index: number) => stretchOf(shown, index) };
  return describe(trends.points, metric, figureName(metric), locale, longer);
}

/** The value of the days compared with that stand at the place of a point; nothing where none does. */
export function previousOf(
  { trends, metric }: Shown,
  index: number,
): { days: DateSpan; value: number | null } | undefined {
  const days = trends.comparison && spanOf(trends.previous, trends.comparison.to, index);
  return days ? { days, value: trends.previous[index]?.metrics[metric]?.value ?? null } : undefined;
}

/** Whether any of the days compared with has a value. */
export function hasPrevious({ trends, metric }: Shown): boolean {
  return trends.previous.some((point) => point.metrics[metric]?.value != null);
}

export function averageOf({ trends, metric }: Shown, index: number): number | null {
  return trends.averages[index]?.metrics[metric] ?? null;
}

function besides(shown: Shown, index: number, locale?: string): string[] {
  const amount = (value: number) => formatMetric(shown.metric, value, locale);
  const previous = previousOf(shown, index);
  const average = averageOf(shown, index);
  return [
    previous &&
      previous.value !== null &&
      t("before: {value} ({days})", {
        value: amount(previous.value),
        days: stretchText(previous.days, locale),
      }),
    average !== null && t("mean of 7 days: {value}", { value: amount(average) }),
  ].filter((one) => typeof one === "string");
}

function cutText({ trends }: Shown, stretch: DateSpan): string {
  return plural(daysIn(stretch), "only {n} day of {days}", "only {n} days of {days}", {
    days: wholeDays(trends.granularity, stretch),
  });
}

function spanOf(points: readonly TrendPoint[], to: string, index: number): DateSpan | undefined {
  const point = points[index];
  const next = points[index + 1];
  return point && { from: point.date, to: next ? addDays(next.date, -1) : to };
}

function wholeDays(granularity: Granularity, { from }: DateSpan): number {
  switch (granularity) {
    case "day":
      return 1;
    case "week":
      return 7;
    case "month":
      return daysIn({ from: monthStart(from), to: addDays(monthStart(from, 1), -1) });
    case "quarter": {
      const before = -((Number(from.slice(5, 7)) - 1) % 3);
      return daysIn({ from: monthStart(from, before), to: addDays(monthStart(from, before + 3), -1) });
    }
  }
}
