import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import type { View } from "../filters/view";
import { call } from "./client";
import type { DateSpan, Metric, Platform } from "./types";

export interface AudienceAccount {
  account: { id: number; platform: Platform; handle: string; name: string | null };
  /** The last level that was read, whenever that was. */
  followers: number | null;
  at: string | null;
  opening: number | null;
  closing: number | null;
  net_change: number | null;
  growth_rate: number | null;
  /** Those gained, where the platform counts them, on so many of the days. */
  new_followers: number | null;
  new_followers_days: number;
  days: number;
  /** Days without a reading are absent. */
  series: { date: string; followers: number }[];
}

export interface Breakdown {
  account_id: number;
  dimension: string;
  metric: Metric;
  period_from: string | null;
  period_to: string | null;
  observed_at: string;
  keys: number;
  keys_left_out: number;
  values: { key: string; value: number }[];
}

export interface Audience extends DateSpan {
  business_id: number;
  time_zone: string;
  accounts: AudienceAccount[];
  breakdowns: Breakdown[];
}

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
