import type { Anomaly, ChangePoint, Foreseen, TrendAnalysis } from "../api/trendAnalysis";
import { plural, t } from "../text/text";
import { formatDate, formatMetric } from "../ui/format";
import { numberFormat } from "../ui/intl";

/** What is drawn beside the line of a metric, by date. Days before the first of the chart are left out. */
export interface Overlay {
  /** The usual range of a day; settled days only. */
  usual: Map<string, { lo: number; hi: number }>;
  anomalies: Map<string, Anomaly>;
  changes: Map<string, ChangePoint>;
  /** Days to come, and those that are there but not settled. */
  forecast: Map<string, Foreseen>;
}

/** @param last the last day of the period: a forecast goes on from there, so a period that is long over has none */
export function toOverlay(analysis: TrendAnalysis, first: string, last: string): Overlay {
  const shown = ({ date }: { date: string }) => date >= first;
  const settled = analysis.history.settled_to;
  const usual = analysis.days.flatMap(({ date, lo, hi }) =>
    lo === null || hi === null ? [] : [[date, { lo, hi }] as const],
  );
  return {
    usual: new Map(usual),
    anomalies: byDate(analysis.anomalies.days.filter(shown)),
    changes: byDate(analysis.change_points.points.filter((one) => shown(one) && one.date <= last)),
    forecast: byDate(settled === null ? [] : analysis.forecast.days),
  };
}

/** The days of the chart and those of the forecast after them. */
export function withForecast(dates: string[], overlay: Overlay): string[] {
  const last = dates.at(-1) ?? "";
  return [...dates, ...[...overlay.forecast.keys()].filter((date) => date > last)];
}

/** What is to be said of one day besides its value: made of numbers and dates only. */
export function overlayNotes(overlay: Overlay, metric: string, date: string, locale?: string): string[] {
  const amount = (value: number) => formatMetric(metric, value, locale);
  const usual = overlay.usual.get(date);
  const anomaly = overlay.anomalies.get(date);
  const change = overlay.changes.get(date);
  const foreseen = overlay.forecast.get(date);
  return [
    usual && t("usual {lo} to {hi}", { lo: amount(usual.lo), hi: amount(usual.hi) }),
    anomaly && (anomaly.effect > 0 ? t("unusually high") : t("unusually low")),
    change && t("level changed about here ({shift})", { shift: percent(change.shift, locale) }),
    foreseen && foreseenText(foreseen, amount),
  ].filter((note) => note !== undefined);
}

export function foreseenText(day: Foreseen, amount: (value: number) => string): string {
  const interval =
    day.lo === null || day.hi === null
      ? ""
      : ` (${t("{lo} to {hi}", { lo: amount(day.lo), hi: amount(day.hi) })})`;
  return t("expected {value}{interval}", { value: amount(day.value), interval });
}

/** The same in a sentence, for those who do not see the chart. */
export function describeOverlay(overlay: Overlay, locale?: string): string {
  const on = (dates: Iterable<string>) => [...dates].map((date) => formatDate(date, locale)).join(", ");
  const parts = [
    overlay.anomalies.size > 0 && t("Unusual days: {days}.", { days: on(overlay.anomalies.keys()) }),
    overlay.changes.size > 0 && t("The level changed about {days}.", { days: on(overlay.changes.keys()) }),
    overlay.forecast.size > 0 &&
      plural(overlay.forecast.size, "A forecast of {n} day follows.", "A forecast of {n} days follows."),
  ];
  return parts.filter(Boolean).join(" ");
}

function percent(ratio: number, locale?: string): string {
  return numberFormat(locale, {
    style: "percent",
    signDisplay: "exceptZero",
    maximumFractionDigits: 0,
  }).format(ratio);
}

function byDate<T extends { date: string }>(items: T[]): Map<string, T> {
  return new Map(items.map((one) => [one.date, one]));
}
