import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import type { View } from "../filters/view";
import { call } from "./client";
import { analyticsParams } from "./queries";
import type {
  Comparison,
  Coverage,
  Followers,
  Metric,
  MetricValue,
  Period,
  Platform,
  Published,
  RateValue,
  TrendPoint,
  ValueStatus,
} from "./types";

export type RateName = "engagement_rate" | "ctr" | "virality" | "follower_growth";

/** A metric per published post, over the posts that report it. */
export interface Average {
  value: number | null;
  coverage: Coverage;
  status: ValueStatus;
}

/** Figures of one platform, or of all of them. */
export interface SideFigures {
  metrics: Partial<Record<Metric | "summed_post_reach", MetricValue>>;
  engagement?: MetricValue;
  rates: Partial<Record<RateName, RateValue>>;
  followers: Followers;
  published: Published;
}

export interface PlatformSide extends SideFigures {
  platform: Platform;
  accounts: number;
  /** Of the sum over all platforms, for metrics that add. */
  share: Record<string, number | null>;
  per_post: Record<string, Average>;
  per_follower: Record<string, number | null>;
}

export interface PlatformComparison {
  business_id: number;
  period: Period;
  comparison: Comparison | null;
  definitions: Record<string, string>;
  platforms: PlatformSide[];
}

export interface TypeFigures {
  content_type: string;
  share_of_posts: number | null;
  engagement?: MetricValue;
  per_post: Record<string, Average>;
  rates: Partial<Record<RateName, RateValue>>;
  published: Published;
}

export interface ContentTypes {
  posts: number;
  content_types: TypeFigures[];
}

export interface PlatformTrends {
  points: TrendPoint[];
  series: { platform: Platform; points: TrendPoint[] }[];
}

export function platformComparisonQuery(business: number, view: View) {
  const params = analyticsParams(business, view);
  return queryOptions({
    queryKey: ["platform-comparison", business, params],
    queryFn: ({ signal }) => call<PlatformComparison>("/analytics/platform-comparison", { params, signal }),
    placeholderData: keepPreviousData,
  });
}

export function contentTypesQuery(business: number, view: View, platform: Platform) {
  const params = { ...analyticsParams(business, view), platform: [platform] };
  return queryOptions({
    queryKey: ["content-types", business, params],
    queryFn: ({ signal }) => call<ContentTypes>("/analytics/content-types", { params, signal }),
  });
}

export function platformTrendsQuery(business: number, view: View, metric: Metric) {
  // Trends have no comparison.
  const { compare, compare_from, compare_to, ...rest } = analyticsParams(business, view);
  const params = { ...rest, granularity: "day", metric, split: "platform" };
  return queryOptions({
    queryKey: ["trends", business, params],
    queryFn: ({ signal }) => call<PlatformTrends>("/analytics/trends", { params, signal }),
    placeholderData: keepPreviousData,
  });
}
