import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import type { WorksSearch } from "../works/search";
import { call } from "./client";
import type { Evidence } from "./evidence";
import type { Platform } from "./types";

export const WORKS_METRICS = {
  engagement: "Engagement",
  reach: "Reach",
  er: "Engagement rate",
} as const;
export type WorksMetric = keyof typeof WORKS_METRICS;

export type EffectKind = "content_type" | "hashtag" | "length" | "weekday" | "text";

export interface Effect {
  kind: EffectKind;
  key: string;
  name: string;
  with: number;
  without: number;
  /** As a share; null where the data cannot tell. */
  effect: number | null;
  interval: [number, number] | null;
  lfsr: number | null;
  flagged: boolean;
  posts_missing: number;
  evidence: Evidence;
}

export interface EffectGroup {
  kind: EffectKind;
  effects: Effect[];
  left_out: number;
  reason_code: string | null;
  text: string | null;
}

export interface AccountEffects {
  account: { id: number; platform: Platform; handle: string; name: string };
  conclusion: {
    status: Evidence["status"];
    reason_code: string;
    text: string;
    looked_at: number;
    flagged: number;
    posts_missing: number;
    evidence: Evidence;
  };
  groups: EffectGroup[];
  left_out: { boosted: number; stories: number; replies: number; deleted: number; without_value: number };
  without_text: number;
}

export interface WhatWorks {
  from: string;
  to: string;
  time_zone: string;
  metric: WorksMetric;
  definition: string | null;
  accounts: AccountEffects[];
  note: string;
}

export function whatWorksQuery(business: number, search: WorksSearch, metric: WorksMetric) {
  const params = {
    business_id: business,
    account_id: search.account?.[0],
    content_type: search.type,
    label: search.label,
    as_of: search.as_of,
    metric,
  };
  return queryOptions({
    queryKey: ["what-works", business, params],
    queryFn: ({ signal }) => call<WhatWorks>("/analytics/what-works", { params, signal }),
    placeholderData: keepPreviousData,
  });
}
