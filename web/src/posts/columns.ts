import type { ListPost } from "../api/posts";
import { METRICS, type Metric } from "../api/types";
import { inSentence, type Message, msg, t, tell } from "../text/text";
import { formatCount, formatMetric, formatPercent } from "../ui/format";
import { figureName, platformName } from "../ui/names";
import { whyMissing } from "./words";

/** Accounts have followers, posts do not. */
export type PostMetric = Exclude<Metric, "followers">;
export const POST_METRICS = METRICS.filter((metric): metric is PostMetric => metric !== "followers");

export type SortKey = PostMetric | "engagement" | "engagement_rate" | "published_at";
export const SORT_KEYS: SortKey[] = ["published_at", ...POST_METRICS, "engagement", "engagement_rate"];

export type ColumnKey = SortKey | "account" | "content_type" | "labels";

/** All columns beside the post itself, in the order in which they stand. */
export const COLUMNS: ColumnKey[] = [
  "account",
  "published_at",
  "content_type",
  "labels",
  "impressions",
  "reach",
  "engagement",
  "engagement_rate",
  ...POST_METRICS.filter((metric) => metric !== "impressions" && metric !== "reach"),
];

export const DEFAULT_COLUMNS: ColumnKey[] = [
  "account",
  "published_at",
  "content_type",
  "impressions",
  "reach",
  "engagement",
  "engagement_rate",
];

const NAMES: Partial<Record<ColumnKey, Message>> = {
  account: msg("Account"),
  published_at: msg("Published |when a post was"),
  content_type: msg("Type |of a post"),
  labels: msg("Labels"),
};

/** In pixels; what is left over is shared out. */
export const POST_WIDTH = 320;
const NUMBER_WIDTH = 112;
const WIDTHS: Partial<Record<ColumnKey, number>> = {
  account: 140,
  published_at: 132,
  content_type: 96,
  labels: 140,
};

export function columnWidth(key: ColumnKey): number {
  return WIDTHS[key] ?? NUMBER_WIDTH;
}

/** Below this, the table is moved sideways. */
export function tableWidth(columns: readonly ColumnKey[]): number {
  return columns.reduce((sum, key) => sum + columnWidth(key), POST_WIDTH);
}

export function columnName(key: ColumnKey): string {
  // Other languages may say there where a long word may be broken.
  if (key === "engagement_rate") return t("Engagement rate |in a narrow column");
  const name = NAMES[key];
  return name ? tell(name) : figureName(key);
}

export function isNumber(key: ColumnKey): boolean {
  return !(key in NAMES);
}

export function isSortable(key: ColumnKey): key is SortKey {
  return (SORT_KEYS as string[]).includes(key);
}

/** A number as it is shown, or the reason why there is none. */
export type Cell = { text: string } | { missing: string };

export function numberCell(key: ColumnKey, post: ListPost): Cell {
  if (key === "engagement") {
    return post.engagement === null
      ? { missing: t("a part of it is missing") }
      : { text: formatCount(post.engagement) };
  }
  if (key === "engagement_rate") return rateCell(post);
  const given = post.metrics[key];
  if (!given || given.value === null) return { missing: whyMissing(given?.state ?? "not_collected") };
  return { text: formatMetric(key, given.value) };
}

function rateCell(post: ListPost): Cell {
  if (post.engagement_rate !== null) return { text: formatPercent(post.engagement_rate) };
  const by = inSentence(figureName(post.engagement_rate_by));
  return {
    missing:
      post.engagement === null
        ? t("a part of engagement is missing")
        : t("no {by} known to divide by on {platform}", { by, platform: platformName(post.platform) }),
  };
}
