import { METRICS, type Overview, TREND_FIGURES, type TrendFigure } from "../api/types";
import type { View } from "../filters/view";

/** Which figure the trend shows: the chosen one, or the first that there is. */
export function trendFigure(overview: Overview, { metric: chosen }: View): TrendFigure {
  // The address of a visit may name a measure that is another page's.
  if (chosen && isTrendFigure(chosen)) return chosen;
  return METRICS.find((metric) => isProvided(overview, metric)) ?? "impressions";
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

/** Those of which anything was reported in the period, be it only on some of its days; all where nothing was of any. */
export function withValues(overview: Overview, figures: TrendFigure[]): TrendFigure[] {
  const reported = figures.filter((figure) => {
    const found = figureOf(overview, figure);
    return found && (found.value !== null || found.coverage.reporting > 0);
  });
  return reported.length > 0 ? reported : figures;
}

export function isTrendFigure(name: string): name is TrendFigure {
  return TREND_FIGURES.some((one) => one === name);
}
