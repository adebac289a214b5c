import type { ListPost, PostDetail } from "../api/posts";

/** A post as the server lists it, for tests. */
export function listPost(part: Partial<ListPost> = {}): ListPost {
  return {
    id: 4711,
    platform: "linkedin",
    account: { id: 1002, handle: "acme", name: "Acme" },
    published_at: "2026-10-12T08:30:00Z",
    content_type: "image",
    boosted: "no",
    deleted: false,
    collab: null,
    crosspost: false,
    text: "New roast in the shop",
    url: null,
    thumbnail: null,
    labels: [],
    metrics: {},
    engagement: null,
    engagement_rate: null,
    engagement_rate_by: "impressions",
    ...part,
  };
}

/** The answer about a post, for tests. */
export function postDetail(part: Partial<PostDetail> = {}): PostDetail {
  return {
    business_id: 1,
    last_collected_at: null,
    post: listPost(),
    metrics: {},
    engagement: { value: null, definition: "engagement/1" },
    rates: {},
    percentiles: {},
    ages: [],
    history: { snapshots: [], total: 0, truncated: false },
    versions: { items: [], total: 0, truncated: false },
    sources: [{ id: 1207, name: "acme_content.xls" }],
    definitions: { "engagement/1": "likes + comments" },
    ...part,
  };
}
