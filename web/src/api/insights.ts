import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import type { View } from "../filters/view";
import { call } from "./client";
import type { Evidence } from "./evidence";
import { analyticsParams } from "./queries";
import type { DateSpan, Platform } from "./types";

export interface Finding {
  id: string;
  type: string;
  title: string;
  text: string;
  metric: string | null;
  account: { id: number; platform: Platform; handle: string; name: string } | null;
  subject: string | null;
  date: string | null;
  post: number | null;
  evidence: Evidence;
  /** Whether chance alone could have made it. */
  claim: boolean;
  worth: { value: number; size: number; certainty: number; recency: number };
  /** Null in answers that are not remembered. */
  opened_at: string | null;
  changed_at: string | null;
  state: "open" | "dismissed" | null;
  dismissed: { at: string; by: string } | null;
}

export interface InsightFeed {
  business_id: number;
  period: { from: string; to: string; time_zone: string };
  comparison: DateSpan | null;
  rate: number;
  left_out: { tested: number; by_chance: number; contradicting: number };
  insights: Finding[];
}

/** Only the findings of the usual question are remembered from day to day: of a view that chooses nothing. */
export function insightsQuery(business: number, view: View) {
  const params = { ...analyticsParams(business, view), include: "dismissed" };
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
