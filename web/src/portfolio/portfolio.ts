import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import { call } from "../api/client";
import type { Followers, MetricValue, Period, Published, RateValue } from "../api/types";
import { DEFAULT_RANGE, RANGES, type Range } from "../filters/ranges";
import { type Message, msg } from "../text/text";

/** Businesses ordered by one of these; those without the value come last either way. */
export const SORTS = [
  "name",
  "followers",
  "posts",
  "impressions",
  "change",
  "engagement_rate",
  "last_collected_at",
] as const;
export type SortKey = (typeof SORTS)[number];
export type Sort = SortKey | `-${SortKey}`;

/** What the address says. What is absent is the default. */
export interface PortfolioView {
  range?: Range;
  sort?: Sort;
}

export interface PortfolioRow {
  business_id: number;
  name: string;
  demo: boolean;
  period: Period;
  followers: Followers;
  posts: Published["posts"];
  impressions: MetricValue;
  engagement_rate: RateValue;
  last_collected_at: string | null;
  /** Null while nothing is connected. */
  broken_connections: number | null;
}

export interface Portfolio {
  definitions: Record<string, string>;
  businesses: PortfolioRow[];
  total: number;
  truncated: boolean;
}

export function toPortfolioView(raw: Record<string, unknown>): PortfolioView {
  const view: PortfolioView = {};
  if (typeof raw.range === "string" && Object.hasOwn(RANGES, raw.range)) view.range = raw.range as Range;
  if (typeof raw.sort === "string" && isSort(raw.sort)) view.sort = raw.sort;
  return view;
}

function isSort(text: string): text is Sort {
  return (SORTS as readonly string[]).includes(text.replace(/^-/, ""));
}

/** The orders as people choose them where there is no head of a table to press. */
export const ORDERS: { value: Sort; label: Message }[] = [
  { value: "name", label: msg("Name") },
  { value: "-followers", label: msg("Most followers") },
  { value: "-posts", label: msg("Most posts") },
  { value: "-impressions", label: msg("Most impressions") },
  { value: "-change", label: msg("Largest gain") },
  { value: "change", label: msg("Largest loss") },
  { value: "-engagement_rate", label: msg("Highest engagement rate") },
  { value: "last_collected_at", label: msg("Collected longest ago") },
];

/** Names are read from A; of everything else the most comes first. The other way round the second time. */
export function nextSort(key: SortKey, now: Sort): Sort {
  const usual: Sort = key === "name" ? key : `-${key}`;
  const other: Sort = key === "name" ? `-${key}` : key;
  return now === usual ? other : usual;
}

/** For assistive technology, how a column is ordered. */
export function ariaSort(key: SortKey, now: Sort): "ascending" | "descending" | "none" {
  if (now === key) return "ascending";
  return now === `-${key}` ? "descending" : "none";
}

export function portfolioQuery(view: PortfolioView) {
  const params = { range: view.range ?? DEFAULT_RANGE, sort: view.sort ?? "name" };
  return queryOptions({
    queryKey: ["portfolio", params],
    queryFn: ({ signal }) => call<Portfolio>("/portfolio", { params, signal }),
    placeholderData: keepPreviousData,
  });
}
