import type { ApiKey, LabelKind, LabelRule, RuleType, Scope } from "../api/settings";
import type { Metric, Platform } from "../api/types";
import { formatDate, formatInstant } from "../ui/format";

export const DENOMINATORS = [
  "impressions",
  "reach",
  "video_views",
  "followers",
] as const satisfies readonly Metric[];

/** What the server divides by where nobody says otherwise. */
export const USUAL_DENOMINATOR: Record<Platform, (typeof DENOMINATORS)[number]> = {
  linkedin: "impressions",
  x: "impressions",
  facebook: "impressions",
  instagram: "impressions",
  threads: "impressions",
  pinterest: "impressions",
  youtube: "video_views",
  tiktok: "video_views",
  bluesky: "followers",
  mastodon: "followers",
};

export const KINDS: Record<LabelKind, string> = {
  campaign: "Campaign",
  pillar: "Content pillar",
  product: "Product",
  market: "Market",
};

export const RULES: Record<RuleType, string> = {
  hashtag: "The hashtag",
  text: "The text holds",
  utm_campaign: "A link's utm_campaign",
};

export function ruleInWords(rule: LabelRule): string {
  switch (rule.type) {
    case "hashtag":
      return `#${rule.value}`;
    case "text":
      return rule.whole_words ? `the words “${rule.value}”` : `“${rule.value}”`;
    case "utm_campaign":
      return `utm_campaign ${rule.value}`;
  }
}

/** By what posts are searched to show which a rule would find; nothing where a search cannot tell. */
export function searchFor(rule: LabelRule): string | undefined {
  const value = rule.value.trim();
  if (value === "" || rule.type === "utm_campaign") return undefined;
  return rule.type === "hashtag" ? `#${value.replace(/^#/, "")}` : value;
}

export const SCOPES: Record<Scope, { label: string; description: string }> = {
  read: { label: "Read", description: "Asks for everything of this business and changes nothing." },
  write: {
    label: "Read and write",
    description: "Also imports, labels and changes settings. Members, keys and passwords stay out of reach.",
  },
};

/** How a key is, in a few words. */
export function keyState(key: ApiKey, timeZone: string, locale?: string): string {
  const day = (instant: string) => formatDate(instant.slice(0, 10), locale);
  if (key.revoked_at) return `Ended ${day(key.revoked_at)}`;
  if (key.expires_at && key.state === "expired") return `Expired ${day(key.expires_at)}`;
  const until = key.expires_at ? `Good until ${day(key.expires_at)}` : "Good until it is ended";
  return key.last_used_at
    ? `${until}, last used ${formatInstant(key.last_used_at, timeZone, locale)}`
    : `${until}, never used`;
}
