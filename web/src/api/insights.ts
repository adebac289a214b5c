import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import type { View } from "../filters/view";
import { call } from "./client";
import { analyticsParams } from "./queries";
import type { Schemas } from "./schemas";

export type Finding = Schemas["Insight"];
export type InsightFeed = Schemas["Insights"];

/**
 * Only the findings of the usual question are remembered from day to day: of a view that chooses nothing. Visitors who
 * came by a link are not shown what members put away.
 */
export function insightsQuery(business: number, view: View, visited = false) {
  const params = { ...analyticsParams(business, view), include: visited ? undefined : "dismissed" };
  return queryOptions({
    queryKey: ["insights", business, params],
    queryFn: ({ signal }) => call<InsightFeed>("/analytics/insights", { params, signal }),
    placeholderData: keepPreviousData,
  });
}

export function dismiss(business: number, id: string): Promise<void> {
  return call(path(id), { method: "POST", params: { business_id: business } });
}

export function restore(business: number, id: string): Promise<void> {
  return call(path(id), { method: "DELETE", params: { business_id: business } });
}

const path = (id: string) => `/insights/${encodeURIComponent(id)}/dismiss`;
