import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import type { View } from "../filters/view";
import { call } from "./client";
import { analyticsParams } from "./queries";
import type { Schemas } from "./schemas";
import type { Followers, Metric, MetricValue, Published, RateValue } from "./types";

export type RateName = "engagement_rate" | "ctr" | "virality" | "follower_growth";

/** A metric per published post, over the posts that report it. */
export type Average = Schemas["Average"];

/** Figures of one platform, or of all of them. */
export interface SideFigures {
  metrics: Partial<Record<Metric | "summed_post_reach", MetricValue>>;
  engagement?: MetricValue;
  rates: Partial<Record<RateName, RateValue>>;
  followers: Followers;
  published: Published;
}

export type PlatformSide = Schemas["PlatformSide"];
export type PlatformComparison = Schemas["PlatformComparison"];
export type TypeFigures = Schemas["ContentTypeFigures"];
export type ContentTypes = Schemas["ContentTypes"];
export type PlatformContentTypes = Schemas["PlatformContentTypes"];
export type PlatformTrends = Pick<
  Schemas["Trends"],
  "period" | "points" | "series" | "markers" | "restatements_left_out"
>;

export function platformComparisonQuery(business: number, view: View) {
  const params = analyticsParams(business, view);
  return queryOptions({
    queryKey: ["platform-comparison", business, params],
    queryFn: ({ signal }) => call<PlatformComparison>("/analytics/platform-comparison", { params, signal }),
    placeholderData: keepPreviousData,
  });
}

/** Of each platform by itself. */
export function contentTypesQuery(business: number, view: View) {
  const params = { ...analyticsParams(business, view), split: "platform" };
  return queryOptions({
    queryKey: ["content-types", business, params],
    queryFn: ({ signal }) => call<ContentTypes>("/analytics/content-types", { params, signal }),
  });
}

/** @param visited whether whoever asks came by a link, which says itself what is compared */
export function platformTrendsQuery(business: number, view: View, metric: Metric, visited = false) {
  // Small charts beside each other are compared with each other.
  const { compare_from, compare_to, ...rest } = analyticsParams(business, view);
  const compare = visited ? undefined : "none";
  const params = { ...rest, compare, granularity: "day", metric, split: "platform" };
  return queryOptions({
    queryKey: ["trends", business, params],
    queryFn: ({ signal }) => call<PlatformTrends>("/analytics/trends", { params, signal }),
    placeholderData: keepPreviousData,
  });
}
