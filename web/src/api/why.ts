import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import type { RankedPost } from "../posts/topPosts";
import type { WhyView } from "../why/search";
import { call } from "./client";
import type { Evidence } from "./evidence";
import { narrowing } from "./queries";
import type { Comparison, ContentType, Period, Platform } from "./types";

export const EXPLAINED = {
  engagement: "Engagement",
  impressions: "Impressions",
  engagement_rate: "Engagement rate",
} as const;
export type Explained = keyof typeof EXPLAINED;

export interface WhyEffect {
  effect: string;
  title: string;
  words: string;
  change: number;
  ratio: number | null;
  /** Whether it may be called a cause. */
  named: boolean;
  evidence: Evidence;
  parts: WhyEffect[];
}

export interface WhySide {
  published: number;
  too_young: number;
  not_reported: number;
}

export interface WhyGroup {
  platform: Platform | null;
  account: { id: number; platform: Platform; handle: string; name: string } | null;
  content_type: ContentType | null;
  posts: number;
  previous_posts: number;
  value: number | null;
  previous: number | null;
  change: number;
  effects: Record<string, number>;
  evidence: Evidence;
}

export interface ContributingPost extends Omit<RankedPost, "rank" | "score"> {
  /** Of the period, not of the one compared with. */
  current: boolean;
  value_at_age: number;
  typical: number;
  contribution: number;
}

export interface WhyTotal {
  value: number;
  previous: number;
  change: number;
  ratio: number | null;
  posts: WhySide;
  previous_posts: WhySide;
  evidence: Evidence;
}

export interface Why {
  business_id: number;
  period: Period;
  comparison: Comparison | null;
  metric: Explained;
  by: string | null;
  platforms_left_out: Platform[];
  age_hours: number | null;
  sentence: string;
  /** Null where the two periods do not compare. */
  change: WhyTotal | null;
  effects: WhyEffect[];
  apart: WhyEffect[];
  without_top: { change: number; ratio: number | null; flips: boolean } | null;
  groups: { platforms: WhyGroup[]; accounts: WhyGroup[]; content_types: WhyGroup[] } | null;
  activity: {
    value: number;
    previous: number;
    change: number;
    new_posts_change: number;
    older_posts_change: number;
  } | null;
  note: string;
  posts: ContributingPost[];
}

export function whyQuery(business: number, view: WhyView) {
  const params = {
    business_id: business,
    range: view.range,
    from: view.from,
    to: view.to,
    basis: view.basis,
    compare: view.compare,
    compare_from: view.compare_from,
    compare_to: view.compare_to,
    ...narrowing(view),
    metric: view.explain ?? "engagement",
  };
  return queryOptions({
    queryKey: ["why", business, params],
    queryFn: ({ signal }) => call<Why>("/analytics/why", { params, signal }),
    // The old answer stays, dimmed, while a filter changes.
    placeholderData: keepPreviousData,
  });
}
