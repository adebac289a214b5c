import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import { msg } from "../text/text";
import type { WorksSearch } from "../works/search";
import { call } from "./client";
import type { Schemas } from "./schemas";

export const WORKS_METRICS = {
  engagement: msg("Engagement"),
  reach: msg("Reach"),
  er: msg("Engagement rate"),
} as const;
export type WorksMetric = keyof typeof WORKS_METRICS;
export type EffectKind = Schemas["EffectKind"];
export type Effect = Schemas["Effect"];
export type EffectGroup = Schemas["EffectGroup"];
export type AccountEffects = Schemas["AccountEffects"];
export type WhatWorks = Schemas["WhatWorks"];

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
