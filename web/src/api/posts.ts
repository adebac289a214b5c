import { infiniteQueryOptions, keepPreviousData, queryOptions } from "@tanstack/react-query";
import type { PostsView } from "../posts/search";
import { call } from "./client";
import type { Evidence } from "./evidence";
import { narrowing } from "./queries";
import type { Period, Platform } from "./types";

/** Rows of one request: a few screens of them. */
export const PAGE_SIZE = 100;

export type PostState =
  | "reported"
  | "estimated"
  | "not_provided"
  | "not_permitted"
  | "not_collected"
  | "below_threshold"
  | "expired";

export interface PostValue {
  /** Null where it is missing, never 0; the state says why. */
  value: number | null;
  state: PostState;
}

/** What is known of a post beside its numbers. */
export interface PostFacts {
  id: number;
  platform: Platform;
  account: { id: number; handle: string; name: string };
  content_type: string;
  boosted: "yes" | "no" | "unknown";
  deleted: boolean;
  collab: boolean | null;
  crosspost: boolean | null;
  text: string | null;
  url: string | null;
  thumbnail: string | null;
  labels: { id: number; kind: string; name: string }[];
}

export interface ListPost extends PostFacts {
  published_at: string;
  metrics: Record<string, PostValue>;
  engagement: number | null;
  engagement_rate: number | null;
  engagement_rate_by: string;
}

export interface PostList {
  period: Period;
  data_version: number;
  sort: string;
  total: number;
  posts: ListPost[];
  next_cursor: string | null;
  data_changed: boolean;
}

export interface DetailValue extends PostValue {
  observed_at: string | null;
  source: string | null;
  stale: boolean;
  native_fields: string[];
}

export interface PostRate {
  value: number | null;
  numerator: number | null;
  denominator: number | null;
  by: string;
  definition: string;
  interval?: [number, number] | null;
}

export interface Verdict {
  metric: string;
  kind: "glitch" | "restatement" | "suspect";
  change: number;
}

export interface Snapshot {
  observed_at: string;
  source_id: number;
  values: Record<string, number>;
  unchanged: boolean;
  verdicts: Verdict[];
}

export interface PostVersion {
  observed_at: string;
  published_at: string | null;
  content_type: string;
  boosted: string;
  deleted: boolean;
  text: string | null;
  url: string | null;
}

/** How a post does for its age; the evidence is about how many times of the usual it settles at. */
export interface AgePerformance {
  actual: number | null;
  age_hours: number | null;
  settled: boolean;
  expected: number | null;
  expected_range: [number, number] | null;
  projected: number | null;
  projected_range: [number, number] | null;
  evidence: Evidence;
}

export interface ExpectedAt {
  age_hours: number;
  expected: number;
  expected_range: [number, number];
}

export interface PostDetail {
  business_id: number;
  last_collected_at: string | null;
  post: PostFacts & { published_at: string | null };
  metrics: Record<string, DetailValue>;
  engagement: { value: number | null; definition: string };
  rates: Record<string, PostRate>;
  percentiles: Record<string, { rank: number; posts: number } | null>;
  performance?: Record<string, AgePerformance>;
  /** What posts of the account and type usually have at which age, by count. */
  expected_course?: Record<string, ExpectedAt[]>;
  ages: { age_hours: number; values: Record<string, number> }[];
  history: { snapshots: Snapshot[]; total: number; truncated: boolean };
  versions: { items: PostVersion[]; total: number; truncated: boolean };
  sources: { id: number; name: string }[];
  definitions: Record<string, string>;
}

/**
 * The posts of a view, page by page. The key does not name the business second: new data would fetch every page that
 * was scrolled through anew, and move rows under the reader's eyes. `postsVersionQuery` tells of it instead.
 */
export function postsQuery(business: number, view: PostsView) {
  const params = listParams(business, view);
  return infiniteQueryOptions({
    queryKey: ["posts", params],
    queryFn: ({ pageParam, signal }) =>
      call<PostList>("/analytics/posts", {
        params: { ...params, limit: PAGE_SIZE, cursor: pageParam },
        signal,
      }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.next_cursor ?? undefined,
    placeholderData: keepPreviousData,
    staleTime: Number.POSITIVE_INFINITY,
  });
}

/** Which data the list would be made of now: asked for again whenever something happens to the business. */
export function postsVersionQuery(business: number, view: PostsView) {
  const params = listParams(business, view);
  return queryOptions({
    queryKey: ["posts-version", business, params],
    queryFn: ({ signal }) =>
      call<PostList>("/analytics/posts", { params: { ...params, limit: 1 }, signal }).then(
        (list) => list.data_version,
      ),
  });
}

/** @param asOf the day as of whose end the post is told; now without one */
export function postQuery(business: number, id: number, asOf: string | undefined) {
  const params = { business_id: business, as_of: asOf };
  return queryOptions({
    queryKey: ["post", business, id, asOf],
    queryFn: ({ signal }) => call<PostDetail>(`/analytics/posts/${id}`, { params, signal }),
  });
}

function listParams(business: number, view: PostsView) {
  return {
    business_id: business,
    range: view.range,
    from: view.from,
    to: view.to,
    ...narrowing(view),
    sort: view.sort,
    search: view.search?.trim(),
  };
}
