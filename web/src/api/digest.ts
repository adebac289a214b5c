import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import { call } from "./client";
import type { Evidence } from "./evidence";
import type { Finding } from "./insights";
import type {
  ChangeStatus,
  Comparison,
  Coverage,
  Followers,
  Period,
  Platform,
  Published,
  ValueStatus,
} from "./types";

export interface MainNumber {
  key: string;
  name: string;
  value: number | null;
  compared: number | null;
  previous: number | null;
  change: number | null;
  change_ratio: number | null;
  change_status: ChangeStatus;
  coverage: Coverage;
  status: ValueStatus;
  provisional: boolean;
}

export interface BestPost {
  rank: number;
  post: number;
  platform: Platform;
  account: string;
  content_type: string;
  published_at: string;
  score: number;
  raw: number;
  evidence: Evidence;
}

/** A whole week of a business. */
export interface Digest {
  business_id: number;
  business: string;
  demo: boolean;
  week: Period;
  comparison: Comparison | null;
  state: "eventful" | "calm" | "no_data";
  numbers: MainNumber[];
  followers: Followers;
  published: Published["posts"];
  rate: number;
  findings: Finding[];
  best: BestPost[];
  missing: string[];
}

/** @param week any day of it; the last whole week where there is none */
export function digestQuery(business: number, week?: string) {
  const params = { business_id: business, week };
  return queryOptions({
    queryKey: ["digest", business, week ?? "last"],
    queryFn: ({ signal }) => call<Digest>("/analytics/digest", { params, signal }),
    placeholderData: keepPreviousData,
  });
}

export function subscriptionQuery(business: number) {
  return queryOptions({
    queryKey: ["digest-subscription", business],
    queryFn: ({ signal }) =>
      call<{ subscribed: boolean }>("/digest/subscription", { params: { business_id: business }, signal }),
  });
}

export function subscribe(business: number, wanted: boolean): Promise<{ subscribed: boolean }> {
  return call("/digest/subscription", {
    method: wanted ? "PUT" : "DELETE",
    params: { business_id: business },
  });
}
