import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import type { View } from "../filters/view";
import { call } from "./client";
import type { Schemas } from "./schemas";

export type AudienceAccount = Schemas["AccountAudience"];
export type Breakdown = Schemas["Breakdown"];
export type Audience = Schemas["Audience"];

export function audienceQuery(business: number, view: View) {
  const params = {
    business_id: business,
    range: view.range,
    from: view.from,
    to: view.to,
    platform: view.platform,
    account_id: view.account?.map(String),
    group: view.group,
    as_of: view.as_of,
  };
  return queryOptions({
    queryKey: ["audience", business, params],
    queryFn: ({ signal }) => call<Audience>("/analytics/audience", { params, signal }),
    placeholderData: keepPreviousData,
  });
}
