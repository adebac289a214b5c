// What the page has to do with most, by the names it uses. The types of answers are those of the description of the API.

import type { Schemas } from "./schemas";

export const PLATFORMS = [
  "linkedin",
  "x",
  "facebook",
  "instagram",
  "threads",
  "youtube",
  "tiktok",
  "pinterest",
  "bluesky",
  "mastodon",
] as const satisfies readonly Platform[];
export type Platform = Schemas["Platform"];

export const CONTENT_TYPES = [
  "text",
  "image",
  "carousel",
  "video",
  "document",
  "link",
  "poll",
  "reel",
  "short",
  "story",
  "live",
  "reply",
  "unknown",
] as const satisfies readonly ContentType[];
export type ContentType = Schemas["ContentType"];

export const METRICS = [
  "impressions",
  "impressions_organic",
  "impressions_paid",
  "reach",
  "video_views",
  "video_views_3s",
  "engaged_views",
  "watch_time_seconds",
  "likes",
  "reactions",
  "comments",
  "shares",
  "reposts",
  "quotes",
  "saves",
  "clicks",
  "link_clicks",
  "profile_visits",
  "follows",
  "followers",
  "native_engagements",
] as const satisfies readonly Metric[];
export type Metric = Schemas["Metric"];

/** What a trend can be of. */
export const TREND_FIGURES = [...METRICS, "engagement", "engagement_rate"] as const;
export type TrendFigure = (typeof TREND_FIGURES)[number];

export type ChangeStatus = Schemas["ChangeStatus"];
export type ValueStatus = Schemas["ValueStatus"];
export type Coverage = Schemas["Coverage"];
export type MetricValue = Schemas["MetricValue"];
export type RateValue = Schemas["RateValue"];
export type Followers = Schemas["Followers"];
export type Published = Schemas["Published"];
export type PlatformFigures = Schemas["PlatformFigures"];
/** What an overview and each of its platforms have in common. */
export type Figures = Omit<PlatformFigures, "platform">;

export interface DateSpan {
  from: string;
  to: string;
}

export type Period = Schemas["Period"];
export type Comparison = Schemas["Comparison"];
export type Overview = Schemas["Overview"];
export type PointValue = Schemas["PointValue"];
/** What charts draw: also of numbers that come from elsewhere and know nothing of posts. */
export type TrendPoint = Pick<Schemas["TrendPoint"], "date" | "metrics">;
export type Trends = Schemas["Trends"];
export type TrendAverage = Schemas["TrendAverage"];
export type Granularity = Trends["granularity"];
export type TrendMarker = Schemas["TrendMarker"];
export type User = Schemas["UserAccount"];
export type Business = Schemas["Business"];
export type Job = Schemas["Job"];
export type Account = Schemas["Account"];
export type ImportStatus = Schemas["ImportStatus"];
export type ImportRows = Schemas["RowCounts"];
export type StoredCounts = Schemas["StoredCounts"];
export type StatedTotal = Schemas["StatedTotal"];
export type Reject = Schemas["Reject"];
/** Why it failed is shown like any other problem. */
export type Import = Omit<Schemas["Import"], "problem"> & { problem: Problem | null };
export type ImportChanges = Schemas["ImportChanges"];
export type Insight = Schemas["Insight"];
export type ImportPreview = Schemas["ImportPreview"];

export type MappedColumn = Schemas["MappedColumn"];
export type ColumnRole = MappedColumn["role"];
export type DurationUnit = NonNullable<MappedColumn["unit"]>;

/** What the dialog shows of a mapping; what else a mapping has goes through it unseen. */
export type TableMapping = Pick<
  Schemas["Mapping"],
  "name" | "rows" | "platform" | "account" | "columns" | "date_order" | "time_zone" | "decimal" | "missing"
>;
export type SavedMapping = Schemas["SavedMapping"];
/** What the dialog shows of a draft. */
export type Suggestion = Pick<Schemas["MappingSuggestion"], "open" | "header" | "sample"> & {
  mapping: TableMapping;
};

/** What somebody says of a file where the file leaves it open. */
export interface ImportAnswers {
  account?: string;
  platform?: string;
  format?: string;
  time_zone?: string;
  observed_at?: string;
  mapping?: string;
}

/**
 * What went wrong, with a request or with an import. Nothing of it is certain to be there: what stands between the page
 * and the server answers in its own way.
 */
export type Problem = Partial<Schemas["Problem"] & Omit<Schemas["ImportProblem"], "suggestion">> & {
  suggestion?: Suggestion;
};
