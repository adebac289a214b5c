import type { PointValue, TrendFigure, TrendPoint } from "../api/types";
import { whyMissing } from "../overview/explain";
import { t } from "../text/text";
import { DASH, formatDate, formatMetric, formatWeekday } from "../ui/format";

export function dayText(date: string, locale?: string): string {
  return `${formatWeekday(date, locale)} ${formatDate(date, locale)}`;
}

export function pointText(point: TrendPoint, metric: TrendFigure, locale?: string): string {
  const value = point.metrics[metric]?.value;
  return value == null ? DASH : formatMetric(metric, value, locale);
}

/** What must be known about a day's value: why there is none, or that it is not final. */
export function pointNotes(value: PointValue | undefined): string {
  if (value?.value == null) {
    if (!value) return t("Nothing was collected.");
    switch (value.status) {
      case "not_collected":
        return t("Nothing was collected.");
      case "partial":
      case "weak":
        return t("An account was not read, so there is no sum.");
      default:
        return whyMissing(value.status);
    }
  }
  const notes = [
    value.provisional && t("provisional"),
    value.estimated && t("estimated"),
    value.imported && t("imported"),
    value.status === "partial" && t("partial reports"),
    value.status === "weak" && t("weak reports"),
  ];
  return notes.filter(Boolean).join(", ");
}
