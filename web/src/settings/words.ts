import type { ApiKey, LabelKind, LabelRule, RuleType, Scope } from "../api/settings";
import type { Metric, Platform } from "../api/types";
import { type Message, msg, plural, t } from "../text/text";
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

export const KINDS: Record<LabelKind, Message> = {
  campaign: msg("Campaign"),
  pillar: msg("Content pillar"),
  product: msg("Product"),
  market: msg("Market"),
};

export const RULES: Record<RuleType, Message> = {
  hashtag: msg("The hashtag"),
  text: msg("The text holds"),
  utm_campaign: msg("A link's utm_campaign"),
};

export function ruleInWords(rule: LabelRule): string {
  switch (rule.type) {
    case "hashtag":
      return `#${rule.value}`;
    case "text":
      return rule.whole_words
        ? t("the words “{value}”", { value: rule.value })
        : t("“{value}”", { value: rule.value });
    case "utm_campaign":
      return t("utm_campaign {value}", { value: rule.value });
  }
}

/** How many posts a rule would find, of which some are shown; `exact` where a search tells that. */
export function matchesInWords(total: number, shown: number, exact: boolean): string {
  if (total === 0) return t("No post so far.");
  const all = total <= shown;
  if (exact) {
    return all
      ? plural(total, "{n} post so far:", "{n} posts so far:")
      : plural(total, "{n} post so far, such as:", "{n} posts so far, such as:");
  }
  return all
    ? plural(total, "At most {n} post so far:", "At most {n} posts so far:")
    : plural(total, "At most {n} post so far, such as:", "At most {n} posts so far, such as:");
}

/** By what posts are searched to show which a rule would find; nothing where a search cannot tell. */
export function searchFor(rule: LabelRule): string | undefined {
  const value = rule.value.trim();
  if (value === "" || rule.type === "utm_campaign") return undefined;
  return rule.type === "hashtag" ? `#${value.replace(/^#/, "")}` : value;
}

export const SCOPES: Record<Scope, { label: Message; description: Message }> = {
  read: { label: msg("Read"), description: msg("Asks for everything of this business and changes nothing.") },
  write: {
    label: msg("Read and write"),
    description: msg(
      "Also imports, labels and changes settings. Members, keys and passwords stay out of reach.",
    ),
  },
};

/** How a key is, in a few words. */
export function keyState(key: ApiKey, timeZone: string, locale?: string): string {
  const day = (instant: string) => formatDate(instant.slice(0, 10), locale);
  if (key.revoked_at) return t("Ended {day}", { day: day(key.revoked_at) });
  if (key.expires_at && key.state === "expired") return t("Expired {day}", { day: day(key.expires_at) });
  const until = key.expires_at
    ? t("Good until {day}", { day: day(key.expires_at) })
    : t("Good until it is ended");
  return key.last_used_at
    ? t("{until}, last used {time}", { until, time: formatInstant(key.last_used_at, timeZone, locale) })
    : t("{until}, never used", { until });
}
