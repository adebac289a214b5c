import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import type { Language } from "../text/language";
import { call } from "./client";
import type { Schemas } from "./schemas";

export type MainNumber = Schemas["MainNumber"];
export type BestPost = Schemas["BestPost"];

type Subscription = Schemas["Subscription"];

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
      call<Subscription>("/digest/subscription", { params: { business_id: business }, signal }),
  });
}

/** @param language in which the mails are to be; none for no mails */
export function subscribe(business: number, language: Language | null): Promise<Subscription> {
  return call("/digest/subscription", {
    method: language ? "PUT" : "DELETE",
    params: { business_id: business, language: language ?? undefined },
  });
}
