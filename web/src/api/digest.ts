import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import { call } from "./client";
import type { Schemas } from "./schemas";

export type MainNumber = Schemas["MainNumber"];
export type BestPost = Schemas["BestPost"];

/** A whole week of a business. */
export type Digest = Schemas["Digest"];

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
