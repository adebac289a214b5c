import type { Metric, PointValue, TrendPoint } from "../api/types";
import { whyMissing } from "../overview/explain";
import { DASH, formatDate, formatMetric, formatWeekday } from "../ui/format";

export function dayText(date: string, locale?: string): string {
  return `${formatWeekday(date, locale)} ${formatDate(date, locale)}`;
}

export function pointText(point: TrendPoint, metric: Metric, locale?: string) {
  const value = point.metrics[metric]?.value;
  return {
    date: dayText(point.date, locale),
    value: value == null ? DASH : formatMetric(metric, value, locale),
  };
}

/** What must be known about a day's value: why there is none, or that it is not final. */
export function pointNotes(value: PointValue | undefined): string {
  if (value?.value == null)
    return whyMissing(value?.status ?? "not_collected", "").replace(" in this period", "");
  const notes = [
    value.provisional && "provisional",
    value.estimated && "estimated",
    (value.status === "partial" || value.status === "weak") && `${value.status} reports`,
  ];
  return notes.filter(Boolean).join(", ");
}
