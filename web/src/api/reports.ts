import { queryOptions } from "@tanstack/react-query";
import type { TopPosts } from "../posts/topPosts";
import type { Audience } from "./audience";
import { call } from "./client";
import type { InsightFeed } from "./insights";
import type { Schemas } from "./schemas";
import type { AccountName, BestTimes } from "./times";
import type { DateSpan, MetricValue, Overview, Published, RateValue, Trends } from "./types";
import type { Why } from "./why";

export type PanelName =
  | "metrics"
  | "trend"
  | "platforms"
  | "top_posts"
  | "content_types"
  | "audience"
  | "best_times"
  | "why"
  | "findings"
  | "notes";

export interface ReportSection {
  panel: PanelName;
  metric: string | null;
  title: string | null;
  text: string;
}

export interface ReportContent {
  title: string;
  from: string;
  to: string;
  search: string;
  sections: ReportSection[];
  colour: string | null;
}

export type ReportSummary = Schemas["ReportSummary"];
export type ListedReport = Schemas["ListedReport"];

/** How the series of a report goes on. */
export type Repeats = Schemas["ReportRepeats"];
export type Every = Repeats["every"];
export type ReportSchedule = Schemas["ReportSchedule"];
export type WantedSchedule = Required<Schemas["ReportScheduleRequest"]>;

/** Content types side by side, as far as reports show them. */
export interface ContentTypes {
  content_types: {
    content_type: string;
    published: Published;
    engagement: MetricValue;
    metrics: Record<string, MetricValue>;
    rates: Record<string, RateValue>;
  }[];
}

/** A note as reports show it, without who wrote it. */
export interface ReportNote extends DateSpan {
  account: AccountName | null;
  text: string;
}

/** A trend as reports keep it: those that were closed long ago know nothing of the days compared with. */
export type KeptTrends = Omit<Trends, "comparison" | "previous" | "averages" | "markers"> &
  Partial<Pick<Trends, "comparison" | "previous" | "averages" | "markers">>;

/** What the panels of a report say: answers of the analytics by name. */
export interface Answers {
  overview?: Overview;
  "top-posts"?: TopPosts;
  "content-types"?: ContentTypes;
  audience?: Audience;
  "best-times"?: BestTimes;
  insights?: InsightFeed;
  notes?: { notes: ReportNote[] };
  [trend: `trends:${string}`]: KeptTrends | undefined;
  [why: `why:${string}`]: Why | undefined;
}

export interface Report extends ReportSummary, ReportContent {
  answers: Answers | null;
}

export interface ReportChange {
  figure: string;
  before: number | null;
  now: number | null;
}

/** What a closed report would say differently today, by answer. */
export type Changes = Partial<Record<string, ReportChange[]>>;

export function reportsQuery(business: number) {
  return queryOptions({
    queryKey: ["reports", business],
    queryFn: ({ signal }) =>
      call<{ reports: ListedReport[] }>("/reports", { params: { business_id: business }, signal }),
    select: (answer) => answer.reports,
  });
}

export function reportQuery(business: number, report: number) {
  return queryOptions({
    queryKey: ["report", business, report],
    queryFn: ({ signal }) =>
      call<Report>(`/reports/${report}`, { params: { business_id: business }, signal }),
  });
}

/** What an open report says now. */
export function reportAnswersQuery(business: number, report: number) {
  return queryOptions({
    queryKey: ["report-answers", business, report],
    queryFn: ({ signal }) =>
      call<{ answers: Answers }>(`/reports/${report}/answers`, {
        params: { business_id: business },
        signal,
      }),
    select: (answer) => answer.answers,
  });
}

export function reportChangesQuery(business: number, report: number) {
  return queryOptions({
    queryKey: ["report-changes", business, report],
    queryFn: ({ signal }) =>
      call<{ answers: Changes }>(`/reports/${report}/changes`, { params: { business_id: business }, signal }),
    select: (answer) => answer.answers,
  });
}

/** Null where it does not repeat. */
export function scheduleQuery(business: number, report: number) {
  return queryOptions({
    queryKey: ["report-schedule", business, report],
    queryFn: async ({ signal }) =>
      (await call<ReportSchedule | undefined>(`/reports/${report}/schedule`, {
        params: { business_id: business },
        signal,
      })) ?? null,
  });
}

export function putSchedule(business: number, report: number, json: WantedSchedule): Promise<ReportSchedule> {
  return call(`/reports/${report}/schedule`, { method: "PUT", params: { business_id: business }, json });
}

export function removeSchedule(business: number, report: number): Promise<void> {
  return call(`/reports/${report}/schedule`, { method: "DELETE", params: { business_id: business } });
}

export function createReport(business: number, json: ReportContent): Promise<Report> {
  return call("/reports", { method: "POST", params: { business_id: business }, json });
}

export function changeReport(business: number, report: number, json: ReportContent): Promise<Report> {
  return call(`/reports/${report}`, { method: "PUT", params: { business_id: business }, json });
}

export function removeReport(business: number, report: number): Promise<void> {
  return call(`/reports/${report}`, { method: "DELETE", params: { business_id: business } });
}

export function closeReport(business: number, report: number, accepted: boolean): Promise<Report> {
  return call(`/reports/${report}/close`, {
    method: "POST",
    params: { business_id: business },
    json: { accept_provisional: accepted },
  });
}

export function duplicateReport(business: number, report: number): Promise<Report> {
  return call(`/reports/${report}/duplicate`, {
    method: "POST",
    params: { business_id: business },
    json: {},
  });
}

export function putLogo(business: number, report: number, file: File): Promise<void> {
  return call(`/reports/${report}/logo`, { method: "PUT", params: { business_id: business }, file });
}

export function removeLogo(business: number, report: number): Promise<void> {
  return call(`/reports/${report}/logo`, { method: "DELETE", params: { business_id: business } });
}
