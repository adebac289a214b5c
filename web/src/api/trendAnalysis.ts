// What /analytics/trends/analysis answers, as the page uses it. Field names are the server's.

import { queryOptions } from "@tanstack/react-query";
import type { View } from "../filters/view";
import { call } from "./client";
import type { Evidence } from "./evidence";
import { narrowing } from "./queries";
import type { Metric, Period, Platform } from "./types";

export interface AnalysisDay {
  date: string;
  value: number | null;
  provisional: boolean;
  trend: number | null;
  expected: number | null;
  lo: number | null;
  hi: number | null;
}

interface Finding {
  text: string;
  evidence: Evidence;
}

export interface Earner {
  id: number;
  platform: Platform;
  published_at: string;
  content_type: string;
  value: number;
}

export interface Anomaly extends Finding {
  date: string;
  value: number;
  effect: number;
  posts: Earner[];
}

export interface ChangePoint extends Finding {
  date: string;
  shift: number;
  lo: number;
  hi: number;
}

export interface Foreseen {
  date: string;
  value: number;
  lo: number | null;
  hi: number | null;
}

export interface TrendAnalysis {
  period: Period;
  history: { from: string; to: string; settled_to: string | null; judged: number };
  days: AnalysisDay[];
  decomposition: Finding;
  anomalies: Finding & { days: Anomaly[] };
  change_points: Finding & { points: ChangePoint[] };
  week: Finding & { verdict: "up" | "down" | "within_variation" | "short_history" };
  forecast: Finding & { days: Foreseen[]; level: number };
}

/** A level, such as followers, has no days of its own. */
export function canBeAnalysed(metric: Metric): boolean {
  return metric !== "followers";
}

export function trendAnalysisQuery(business: number, view: View, metric: Metric) {
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
