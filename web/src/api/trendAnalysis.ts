// What /analytics/trends/analysis answers, as the page uses it. Field names are the server's.

import { queryOptions } from "@tanstack/react-query";
import type { View } from "../filters/view";
import { call } from "./client";
import { narrowing } from "./queries";
import type { Schemas } from "./schemas";
import type { TrendFigure } from "./types";

export type AnalysisDay = Schemas["AnalysedDay"];
export type Earner = Schemas["DayEarner"];
export type Anomaly = Schemas["Anomaly"];
export type ChangePoint = Schemas["ChangePoint"];
export type Foreseen = Schemas["ForecastDay"];
export type TrendAnalysis = Schemas["TrendAnalysis"];

/** A level, such as followers, has no days of its own; of rates nothing is foreseen. */
export function canBeAnalysed(metric: TrendFigure): boolean {
  return metric !== "followers" && metric !== "engagement_rate";
}

export function trendAnalysisQuery(business: number, view: View, metric: TrendFigure) {
  // Judged is what happened on days, against the days before: basis and comparison have no say.
  const params = {
    business_id: business,
    range: view.range,
    from: view.from,
    to: view.to,
    ...narrowing(view),
    metric,
  };
  return queryOptions({
    queryKey: ["trend-analysis", business, params],
    queryFn: ({ signal }) => call<TrendAnalysis>("/analytics/trends/analysis", { params, signal }),
  });
}
