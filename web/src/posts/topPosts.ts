import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import { call } from "../api/client";
import { narrowing } from "../api/queries";
import type { Schemas } from "../api/schemas";
import type { View } from "../filters/view";

const SHOWN = 5;

export type ListedPost = Schemas["Post"];
export type RankedPost = Schemas["RankedPost"];
export type TopPosts = Schemas["TopPosts"];

/** Rankings are of posts published in the period, and compare nothing. */
export function topPostsQuery(business: number, view: View) {
  const params = {
    business_id: business,
    range: view.range,
    from: view.from,
    to: view.to,
    ...narrowing(view),
    limit: SHOWN,
  };
  return queryOptions({
    queryKey: ["top-posts", business, params],
    queryFn: ({ signal }) => call<TopPosts>("/analytics/top-posts", { params, signal }),
    placeholderData: keepPreviousData,
  });
}
