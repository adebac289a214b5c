import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import type { Range } from "../filters/ranges";
import type { TimesSearch } from "../times/search";
import { call } from "./client";
import type { Schemas } from "./schemas";

export const TIMING_METRICS = ["engagement", "reach", "er"] as const;
export type TimingMetric = (typeof TIMING_METRICS)[number];
export type Verdict = Schemas["TimeVerdict"];

/** A weekday (1 is Monday), an hour, or an hour of a weekday. */
export type TimeEffect = Schemas["TimeEffect"];

/** An hour of a weekday, or with null of any day. */
export type PostingTime = Schemas["PostingTime"];
export type TestProposal = Schemas["TestProposal"];
export type TimingConclusion = Schemas["TimingConclusion"];
export type AccountName = Schemas["AccountName"];
export type LeftOut = Schemas["LeftOutPosts"];
export type BestTimes = Schemas["BestTimes"];
export type ExperimentArm = Schemas["ExperimentArm"];
export type Experiment = Schemas["Experiment"];

export interface NewExperiment {
  account_id: number;
  metric: TimingMetric;
  first: PostingTime;
  second: PostingTime;
  difference: number;
}

/** Says only where the year that is looked at ends. */
export const LAST_DAYS: Range = "last_7_days";

/**
 * Of the account with most posts, where the address names none.
 *
 * @param visited whether whoever asks came by a link, which says itself where the year ends
 */
export function bestTimesQuery(business: number, search: TimesSearch, metric: TimingMetric, visited = false) {
  const params = {
    business_id: business,
    range: visited ? undefined : LAST_DAYS,
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
