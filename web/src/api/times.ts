import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import type { TimesSearch } from "../times/search";
import { call } from "./client";
import type { Evidence, EvidenceStatus } from "./evidence";
import type { Platform } from "./types";

export const TIMING_METRICS = ["engagement", "reach", "er"] as const;
export type TimingMetric = (typeof TIMING_METRICS)[number];

export type Verdict = "good" | "poor" | "worth_testing" | "unclear" | "not_enough_data";

/** A weekday (1 is Monday), an hour, or an hour of a weekday. */
export interface TimeEffect {
  weekday: number | null;
  hour: number | null;
  posts: number;
  mean: number | null;
  /** Over the account's own mix of times; null where no model was made. */
  lift: number | null;
  interval: [number, number] | null;
  probability: number | null;
  n_eff: number | null;
  chance_to_be_best: number | null;
  verdict: Verdict;
}

/** An hour of a weekday, or with null of any day. */
export interface PostingTime {
  weekday: number | null;
  hour: number;
}

export interface TestProposal {
  first: PostingTime;
  second: PostingTime;
  difference: number;
  posts_per_time: number;
  /** Variance of posts around what explains them, on the logarithm. */
  noise: number;
  posts_per_week: number;
}

export interface TimingConclusion {
  status: EvidenceStatus;
  reason_code: string;
  text: string;
  worth_testing: { weekday: number; hour: number } | null;
  posts_to_settle: number | null;
  test: TestProposal | null;
  siblings: number;
  evidence: Evidence;
}

export interface AccountName {
  id: number;
  platform: Platform;
  handle: string;
  name: string;
}

export interface LeftOut {
  boosted: number;
  stories: number;
  replies: number;
  deleted: number;
  without_value: number;
}

export interface BestTimes {
  from: string;
  to: string;
  time_zone: string;
  metric: TimingMetric;
  account: AccountName | null;
  weekdays: TimeEffect[];
  hours: TimeEffect[];
  slots: TimeEffect[];
  conclusion: TimingConclusion;
  left_out: LeftOut;
  note: string;
}

export interface ExperimentArm {
  time: PostingTime;
  posts: number;
  needed: number;
}

export interface Experiment {
  experiment_id: number;
  account: AccountName | null;
  metric: TimingMetric;
  time_zone: string;
  difference: number;
  started_at: string;
  ended_at: string | null;
  state: {
    stage: "running" | "stopped" | "complete";
    first: ExperimentArm;
    second: ExperimentArm;
    as_drawn: number;
    next: { time: PostingTime; at: string } | null;
    p_value: number | null;
    text: string;
    evidence: Evidence;
  };
}

export interface NewExperiment {
  account_id: number;
  metric: TimingMetric;
  first: PostingTime;
  second: PostingTime;
  difference: number;
}

/** Of the account with most posts, where the address names none. */
export function bestTimesQuery(business: number, search: TimesSearch, metric: TimingMetric) {
  const params = {
    business_id: business,
    // Says only where the year that is looked at ends.
    range: "last_7_days",
    account_id: search.account?.[0],
    content_type: search.type,
    label: search.label,
    as_of: search.as_of,
    metric,
  };
  return queryOptions({
    queryKey: ["best-times", business, params],
    queryFn: ({ signal }) => call<BestTimes>("/analytics/best-times", { params, signal }),
    placeholderData: keepPreviousData,
  });
}

export function experimentsQuery(business: number) {
  return queryOptions({
    queryKey: ["experiments", business],
    queryFn: ({ signal }) =>
      call<{ experiments: Experiment[] }>("/experiments", { params: { business_id: business }, signal }),
    select: (answer) => answer.experiments,
  });
}

export function startExperiment(business: number, wanted: NewExperiment): Promise<Experiment> {
  return call("/experiments", { method: "POST", params: { business_id: business }, json: wanted });
}

export function stopExperiment(business: number, id: number): Promise<Experiment> {
  return call(`/experiments/${id}/stop`, { method: "POST", params: { business_id: business } });
}

/** Null is the zone of the business. */
export function setZone(business: number, account: number, zone: string | null): Promise<void> {
  return call(`/accounts/${account}/time-zone`, {
    method: "PUT",
    params: { business_id: business },
    json: { time_zone: zone },
  });
}
