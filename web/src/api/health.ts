import { queryOptions } from "@tanstack/react-query";
import { call } from "./client";
import type { Platform } from "./types";

export type State =
  | "good"
  | "beginning"
  | "ends_soon"
  | "waiting"
  | "troubled"
  | "sign_in_again"
  | "paused"
  | "disconnected";

export interface Condition {
  state: State;
  /** The kind of what the newest run met. */
  fault: string | null;
  problem: string | null;
  since: string | null;
  advice: string | null;
}

export interface MissingMetric {
  /** The request that asks for it. */
  route: string;
  /** Null where all that the request asks for is refused. */
  metric: string | null;
  of: string;
  said: string;
  since: string;
}

export interface UsedLimit {
  of: "app" | "sign_in" | "endpoint";
  endpoint: string | null;
  share: number;
  resets_at: string | null;
  told_at: string;
}

export type DayState = "before" | "read" | "missed" | "open";

export interface GapCalendar {
  from: string;
  /** One a day, up to today. */
  days: DayState[];
}

export interface AccountHealth {
  account_id: number;
  platform: Platform;
  handle: string;
  name: string;
  connection_id: number | null;
  login: string | null;
  condition: Condition;
  last_success_at: string | null;
  /** Null where nothing goes on before a person does something. */
  next_run_at: string | null;
  backfill: { done: boolean; done_at: string | null; posts_found: number };
  ends_at: string | null;
  days_left: number | null;
  missing: MissingMetric[];
  quarantined: number;
  limits: { closed: { until: string; said: string }[]; used: UsedLimit[] };
  calendar: GapCalendar;
}

/** Null is no limit. */
export interface Budget {
  calls_per_day: number | null;
  dollars_per_month: number | null;
}

export interface PlatformSpend {
  platform: Platform;
  billed: boolean;
  calls_today: number;
  failed_today: number;
  resources_this_month: number;
  dollars_this_month: number;
  dollars_forecast: number | null;
  budget: Budget;
}

export interface LiveHealth {
  at: string;
  time_zone: string;
  accounts: AccountHealth[];
  platforms: PlatformSpend[];
}

export interface SyncRun {
  run_id: number;
  started_at: string;
  finished_at: string;
  outcome: "done" | "partly" | "failed";
  fault: string | null;
  said: string | null;
  calls: number;
  posts_found: number;
  posts_read: number;
  days_read: number;
}

export function healthQuery(business: number) {
  return queryOptions({
    queryKey: ["health", business],
    queryFn: ({ signal }) =>
      call<LiveHealth>("/connections/health", { params: { business_id: business }, signal }),
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
