// The English of what sentences of the server name by a code. Its German stands where the server finds it, too.

import type { ContentType, Metric } from "../api/types";
import { type Message, msg } from "./text";

export type FigureName =
  | Metric
  | "summed_post_reach"
  | "engagement"
  | "engagement_rate"
  | "ctr"
  | "virality"
  | "follower_growth"
  | "posts";

export const FIGURES: Record<FigureName, Message> = {
  impressions: msg("Impressions"),
  impressions_organic: msg("Organic impressions"),
  impressions_paid: msg("Paid impressions"),
  reach: msg("Reach"),
  summed_post_reach: msg("Summed post reach"),
  video_views: msg("Video views"),
  video_views_3s: msg("3-second video views"),
  engaged_views: msg("Engaged views"),
  watch_time_seconds: msg("Watch time"),
  likes: msg("Likes"),
  reactions: msg("Reactions"),
  comments: msg("Comments"),
  shares: msg("Shares"),
  reposts: msg("Reposts"),
  quotes: msg("Quotes"),
  saves: msg("Saves"),
  clicks: msg("Clicks"),
  link_clicks: msg("Link clicks"),
  profile_visits: msg("Profile visits"),
  follows: msg("New follows"),
  followers: msg("Followers"),
  native_engagements: msg("Platform's own engagements"),
  engagement: msg("Engagement"),
  engagement_rate: msg("Engagement rate"),
  ctr: msg("Click-through rate"),
  virality: msg("Virality"),
  follower_growth: msg("Follower growth"),
  posts: msg("Posts published"),
};

/** What a post is made of. */
export const TYPES: Record<ContentType, Message> = {
  text: msg("Text"),
  image: msg("Image"),
  carousel: msg("Carousel"),
  video: msg("Video"),
  document: msg("Document"),
  link: msg("Link"),
  poll: msg("Poll"),
  reel: msg("Reel"),
  short: msg("Short"),
  story: msg("Story"),
  live: msg("Live"),
  reply: msg("Reply"),
  unknown: msg("Unknown"),
};

/** What posts have that may work, by its kind and key. */
export const EFFECTS = {
  "content_type/text": msg("Text posts"),
  "content_type/image": msg("Images"),
  "content_type/carousel": msg("Carousels"),
  "content_type/video": msg("Videos"),
  "content_type/document": msg("Documents"),
  "content_type/link": msg("Link posts"),
  "content_type/poll": msg("Polls"),
  "content_type/reel": msg("Reels"),
  "content_type/short": msg("Shorts"),
  "content_type/story": msg("Stories"),
  "content_type/live": msg("Live posts"),
  "content_type/reply": msg("Replies"),
  "content_type/unknown": msg("Posts of unknown type"),
  "text/link": msg("A link in the text"),
  "text/question": msg("A question in the text"),
  "text/mention": msg("Somebody mentioned in the text"),
} satisfies Record<string, Message>;

/** What a change is made of. */
export const PARTS = {
  volume: msg("Number of posts"),
  mix: msg("Mix of platforms, accounts and content types"),
  platform_mix: msg("Mix of platforms"),
  account_mix: msg("Mix of accounts"),
  content_type_mix: msg("Mix of content types"),
  exposure: msg("Impressions per post"),
  response: msg("Engagement per impression"),
  per_post: msg("Engagement per post"),
  within: msg("Rate within accounts and content types"),
  rate_mix: msg("Mix of what was shown"),
  too_young: msg("Age of posts"),
  not_reported: msg("Reporting"),
} satisfies Record<string, Message>;
