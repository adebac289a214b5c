import type { Metric, Platform } from "../api/types";

interface PlatformLook {
  name: string;
  /** Paul Tol's muted scheme: told apart with every common colour vision. Fixed, so a platform keeps its colour. */
  color: string;
}

export const PLATFORM: Record<Platform, PlatformLook> = {
  linkedin: { name: "LinkedIn", color: "#4477aa" },
  x: { name: "X", color: "#777777" },
  facebook: { name: "Facebook", color: "#88ccee" },
  instagram: { name: "Instagram", color: "#aa4499" },
  threads: { name: "Threads", color: "#999933" },
  youtube: { name: "YouTube", color: "#cc6677" },
  tiktok: { name: "TikTok", color: "#44aa99" },
  pinterest: { name: "Pinterest", color: "#882255" },
  bluesky: { name: "Bluesky", color: "#ddcc77" },
  mastodon: { name: "Mastodon", color: "#117733" },
};

export type FigureName =
  | Metric
  | "summed_post_reach"
  | "engagement"
  | "engagement_rate"
  | "ctr"
  | "virality"
  | "follower_growth"
  | "posts";

const NAMES: Record<FigureName, string> = {
  impressions: "Impressions",
  impressions_organic: "Organic impressions",
  impressions_paid: "Paid impressions",
  reach: "Reach",
  summed_post_reach: "Summed post reach",
  video_views: "Video views",
  video_views_3s: "3-second video views",
  engaged_views: "Engaged views",
  watch_time_seconds: "Watch time",
  likes: "Likes",
  reactions: "Reactions",
  comments: "Comments",
  shares: "Shares",
  reposts: "Reposts",
  quotes: "Quotes",
  saves: "Saves",
  clicks: "Clicks",
  link_clicks: "Link clicks",
  profile_visits: "Profile visits",
  follows: "New follows",
  followers: "Followers",
  native_engagements: "Platform's own engagements",
  engagement: "Engagement",
  engagement_rate: "Engagement rate",
  ctr: "Click-through rate",
  virality: "Virality",
  follower_growth: "Follower growth",
  posts: "Posts published",
};

/** The name people read. A name the page does not know yet is shown as the server spells it. */
export function figureName(name: string): string {
  return NAMES[name as FigureName] ?? name.replaceAll("_", " ");
}

export function platformName(platform: string): string {
  return PLATFORM[platform as Platform]?.name ?? platform;
}

const SOURCES: Record<string, string> = {
  daily_fact: "the platform's daily figures",
  snapshot: "readings of each post",
  post_snapshot: "readings of each post",
  account_snapshot: "readings of the account",
};

export function sourceName(source: string): string {
  return SOURCES[source] ?? source.replaceAll("_", " ");
}
