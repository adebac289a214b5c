import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import type { WhyView } from "../why/search";
import { call } from "./client";
import { narrowing } from "./queries";
import type { Schemas } from "./schemas";

export const EXPLAINED = ["engagement", "impressions", "engagement_rate"] as const;
export type Explained = (typeof EXPLAINED)[number];
export type WhyEffect = Schemas["WhyEffect"];
export type WhySide = Schemas["WhySide"];
export type WhyGroup = Schemas["WhyGroup"];
export type ContributingPost = Schemas["ContributingPost"];
export type WhyTotal = Schemas["WhyTotal"];
export type Why = Schemas["Why"];

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
