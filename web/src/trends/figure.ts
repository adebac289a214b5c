import { METRICS, type Overview, TREND_FIGURES, type TrendFigure } from "../api/types";
import type { View } from "../filters/view";

/** Which figure the trend shows: the chosen one, or the first that there is. */
export function trendFigure(overview: Overview, view: View): TrendFigure {
  return view.metric ?? METRICS.find((metric) => isProvided(overview, metric)) ?? "impressions";
}

/** Daily values can exist even where a sum over the period cannot, as with reach. */
export function isProvided(overview: Overview, figure: TrendFigure): boolean {
  const found = figureOf(overview, figure);
  return found !== undefined && found.status !== "not_provided" && found.status !== "not_permitted";
}

/** The figure of the whole period. */
export function figureOf(overview: Overview, figure: TrendFigure) {
  switch (figure) {
    case "engagement":
      return overview.engagement;
    case "engagement_rate":
      return overview.rates.engagement_rate;
    default:
      return overview.metrics[figure];
  }
}

export function isTrendFigure(name: string): name is TrendFigure {
  return TREND_FIGURES.some((one) => one === name);
}
