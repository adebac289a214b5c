import type { ContentType, Metric, Platform } from "../api/types";
import { type Message, msg, tell } from "../text/text";

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

const NAMES: Record<FigureName, Message> = {
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

/** The name people read. A name the page does not know yet is shown as the server spells it. */
export function figureName(name: string): string {
  const known = NAMES[name as FigureName];
  return known ? tell(known) : name.replaceAll("_", " ");
}

export function platformName(platform: string): string {
  return PLATFORM[platform as Platform]?.name ?? platform;
}

const TYPES: Record<ContentType, Message> = {
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

/** What a post is made of, as a name. */
export function typeName(type: string): string {
  const known = TYPES[type as ContentType];
  return known ? tell(known) : type;
}

const SOURCES: Record<string, Message> = {
  daily_fact: msg("the platform's daily figures"),
  snapshot: msg("readings of each post"),
  post_snapshot: msg("readings of each post"),
  account_snapshot: msg("readings of the account"),
};

export function sourceName(source: string): string {
  const known = SOURCES[source];
  return known ? tell(known) : source.replaceAll("_", " ");
}
