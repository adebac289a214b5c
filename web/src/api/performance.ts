import { queryOptions } from "@tanstack/react-query";
import type { View } from "../filters/view";
import type { ListedPost } from "../posts/topPosts";
import { call } from "./client";
import type { Evidence } from "./evidence";
import { narrowing } from "./queries";
import type { Platform } from "./types";

/** How a post does for its age; the evidence is about how many times of the usual it settles at. */
export interface Performance {
  metric: string;
  actual: number | null;
  age_hours: number | null;
  settled: boolean;
  expected: number | null;
  usual: number | null;
  projected: number | null;
  projected_range: [number, number] | null;
  percentile: number | null;
  evidence: Evidence;
}

export interface Breakout extends ListedPost {
  level: "watch" | "alert";
  said: { at: string; age_hours: number; engagement: number; expected: number; chance: number };
  performance: Performance;
  evidence: Evidence;
}

/** How often it came true, beside what was promised. */
export interface BreakoutScore {
  said: number;
  settled: number;
  came_true: number;
  promised: number | null;
  evidence: Evidence;
}

export interface Breakouts {
  rule: string;
  current: Breakout[];
  alerts: BreakoutScore;
  watches: BreakoutScore;
}

export interface HalfLife {
  account: { id: number; platform: Platform; handle: string; name: string };
  content_type: string;
  usual_hours: number;
  evidence: Evidence;
}

export interface HalfLives {
  metric: string;
  rows: HalfLife[];
}

/** What breaks out is told of accounts as a whole. */
export function breakoutsQuery(business: number, view: View) {
  const { content_type: _type, label: _label, ...narrowed } = narrowing(view);
  const params = { business_id: business, ...narrowed };
  return queryOptions({
    queryKey: ["breakouts", business, params],
    queryFn: ({ signal }) => call<Breakouts>("/analytics/breakouts", { params, signal }),
  });
}

export function halfLivesQuery(business: number, view: View) {
  const { label: _label, ...narrowed } = narrowing(view);
  const params = { business_id: business, ...narrowed };
  return queryOptions({
    queryKey: ["half-lives", business, params],
    queryFn: ({ signal }) => call<HalfLives>("/analytics/half-lives", { params, signal }),
  });
}
