import { infiniteQueryOptions, keepPreviousData, queryOptions } from "@tanstack/react-query";
import type { PostsView } from "../posts/search";
import { call } from "./client";
import { narrowing } from "./queries";
import type { Schemas } from "./schemas";

/** Rows of one request: a few screens of them. */
export const PAGE_SIZE = 100;

export type PostState = Schemas["PostValueState"];
export type PostValue = Schemas["PostValue"];

/** What is known of a post beside its numbers. */
export type PostFacts = Omit<Schemas["PostFacts"], "published_at">;
export type ListPost = Schemas["Post"];
export type PostList = Schemas["PostList"];
export type DetailValue = Schemas["DetailValue"];
export type PostRate = Schemas["PostRate"];
export type Verdict = Schemas["CounterVerdict"];
export type Snapshot = Schemas["PostSnapshot"];
export type PostVersion = Schemas["PostVersion"];

/** How a post does for its age; the evidence is about how many times of the usual it settles at. */
export type AgePerformance = Schemas["Performance"];
export type ExpectedAt = Schemas["ExpectedAt"];
export type PostDetail = Schemas["PostDetail"];

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
