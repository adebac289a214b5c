import { queryOptions } from "@tanstack/react-query";
import { call } from "./client";
import type { Schemas } from "./schemas";
import type { Platform } from "./types";

export type State = Schemas["ConditionState"];
export type Condition = Schemas["AccountCondition"];
export type MissingMetric = Schemas["MissingMetric"];
export type UsedLimit = Schemas["UsedLimit"];
export type DayState = Schemas["CalendarDay"];
export type GapCalendar = Schemas["GapCalendar"];
export type AccountHealth = Schemas["AccountHealth"];

/** Null is no limit. */
export type Budget = Schemas["Budget"];
export type PlatformSpend = Schemas["PlatformSpend"];
export type LiveHealth = Schemas["LiveHealth"];
export type SyncRun = Schemas["SyncRun"];

export function healthQuery(business: number) {
  return queryOptions({
    queryKey: ["health", business],
    queryFn: ({ signal }) =>
      call<LiveHealth>("/connections/health", { params: { business_id: business }, signal, aside: true }),
  });
}

export function runsQuery(business: number, account: number) {
  return queryOptions({
    queryKey: ["runs", business, account],
    queryFn: ({ signal }) =>
      call<{ runs: SyncRun[] }>(`/connections/accounts/${account}/runs`, {
        params: { business_id: business },
        signal,
      }),
    select: (answer) => answer.runs,
  });
}

/** Both limits are named, so that none is lifted by leaving it out. */
export function allowBudget(business: number, platform: Platform, budget: Budget): Promise<void> {
  return call("/connections/budgets", {
    method: "PUT",
    json: { business_id: business, platform, ...budget },
  });
}
