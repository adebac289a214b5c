import type { ListPost, PostDetail } from "../api/posts";

/** A post as the server lists it, for tests. */
export function listPost(part: Partial<ListPost> = {}): ListPost {
  return {
    id: 4711,
    external_id: "7300000000000000001",
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
    aliases: [],
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
    data_version: 1,
    as_of: null,
    last_collected_at: null,
    post: listPost(),
    metrics: {},
    engagement: { value: null, definition: "engagement/1" },
    rates: {},
    percentiles: {},
    performance: {},
    expected_course: {},
    ages: [],
    history: { snapshots: [], total: 0, truncated: false },
    versions: { items: [], total: 0, truncated: false },
    sources: [
      {
        id: 1207,
        kind: "file",
        format: "linkedin_page_content",
        name: "acme_content.xls",
        recorded_at: "2026-10-31T05:00:00Z",
      },
    ],
    definitions: { "engagement/1": "likes + comments" },
    ...part,
  };
}
