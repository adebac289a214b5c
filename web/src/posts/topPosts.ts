import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import { call } from "../api/client";
import type { Performance } from "../api/performance";
import { narrowing } from "../api/queries";
import type { Period, Platform } from "../api/types";
import type { View } from "../filters/view";

const SHOWN = 5;

export interface ListedPost {
  id: number;
  platform: Platform;
  account: { handle: string; name: string };
  published_at: string;
  content_type: string;
  collab: boolean | null;
  crosspost: boolean | null;
  text: string | null;
  url: string | null;
  /** Where a small picture is on this server; null while there is none. */
  thumbnail: string | null;
}

export interface RankedPost extends ListedPost {
  rank: number;
  score: number;
  performance: Performance;
}

export interface TopPosts {
  period: Period;
  definitions: Record<string, string>;
  metric: string;
  /** What was ranked by, in words. */
  ranked_by: string;
  posts: RankedPost[];
}

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
