// The HTTP contract (/api/v1) as the page uses it. Field names are the server's.

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
] as const;
export type Platform = (typeof PLATFORMS)[number];

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
] as const;
export type ContentType = (typeof CONTENT_TYPES)[number];

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
] as const;
export type Metric = (typeof METRICS)[number];

export type ChangeStatus = "ok" | "new" | "small_base" | "incomparable";
export type ValueStatus =
  | "complete"
  | "partial"
  | "weak"
  | "not_provided"
  | "not_permitted"
  | "not_collected";

export interface Coverage {
  unit: "account_day" | "post" | "account";
  reporting: number;
  expected: number;
  items: number;
}

export interface MetricValue {
  value: number | null;
  previous: number | null;
  /** The value over the days that can be compared: those settled in both periods. */
  compared: number | null;
  change: number | null;
  change_ratio: number | null;
  change_status: ChangeStatus;
  coverage: Coverage;
  status: ValueStatus;
  estimated: boolean;
  provisional: boolean;
  sources: string[];
  bucket_zones: string[];
  reason?: string | null;
  definition?: string;
}

export interface RateValue {
  value: number | null;
  previous: number | null;
  definition: string;
  by?: string;
  engagement?: string;
  interval: [number, number] | null;
  level: number;
  interval_unit: string;
  change_points: number | null;
  change_status: ChangeStatus;
  coverage: Coverage;
  status: ValueStatus;
  platforms_left_out?: Platform[];
  reason?: string | null;
}

export interface Followers {
  value: number | null;
  at: string | null;
  net_change: number | null;
  accounts: { reporting: number; expected: number };
}

export interface Published {
  posts: { value: number | null; previous: number | null; change: number | null };
  boosted_left_out?: number;
  equal_age?: { age_hours: number | null; left_out: number; reason?: string | null };
}

export interface Figures {
  metrics: Partial<Record<Metric | "summed_post_reach", MetricValue>>;
  rates: Partial<Record<"engagement_rate" | "ctr", RateValue>>;
  engagement?: MetricValue;
  followers: Followers;
  published: Published;
}

export interface PlatformFigures extends Partial<Figures> {
  platform: Platform;
}

export interface DateSpan {
  from: string;
  to: string;
}

export interface Period extends DateSpan {
  time_zone: string;
  basis: "activity" | "published";
  basis_reason: string;
}

export interface Comparison extends DateSpan {
  rule: string;
  settled_to: string | null;
}

export interface Overview extends Figures {
  business_id: number;
  period: Period;
  comparison: Comparison | null;
  last_collected_at: string | null;
  data_extent: (DateSpan & { posts: number }) | null;
  platforms: PlatformFigures[];
  definitions: Record<string, string>;
}

export interface PointValue {
  value: number | null;
  status: ValueStatus;
  provisional: boolean;
  estimated: boolean;
}

export interface TrendPoint {
  date: string;
  metrics: Partial<Record<Metric, PointValue>>;
}

export interface Trends {
  period: Period;
  points: TrendPoint[];
  sources: string[];
  bucket_zones: string[];
}

export interface User {
  user_id: number;
  email: string;
  administrator: boolean;
}

export interface Business {
  business_id: number;
  name: string;
  time_zone: string;
  week_start: string;
  /** Month, 1 to 12. */
  fiscal_year_start: number;
  engagement: "public" | "with_clicks";
  /** What engagement rates divide by, on the platforms that leave the shipped default. */
  er_by: Partial<Record<Platform, string>>;
  demo: boolean;
  /** Whether it has accounts that can be collected anew. */
  refreshable: boolean;
}

export interface Job {
  job_id: number;
  business_id: number;
  kind: "refresh" | "recut";
  status: "queued" | "running" | "done" | "failed" | "cancelled";
  progress: { done: number; total: number; text: string };
  problem: Problem | null;
}

export interface Account {
  account_id: number;
  platform: Platform;
  handle: string;
  name: string | null;
  owned: boolean;
  posts: number;
  first_day: string | null;
  last_day: string | null;
  groups: string[];
  /** Its own; null for that of the business. */
  time_zone: string | null;
}

export type ImportStatus = "running" | "done" | "unchanged" | "failed" | "undone";

export interface ImportRows {
  total: number;
  posts: number;
  days: number;
  duplicates: number;
  totals: number;
  breakdowns: number;
  notes: number;
  rejected: number;
}

export interface StoredCounts {
  posts_new: number;
  posts_known: number;
  post_snapshots: number;
  daily_facts: number;
  breakdown_facts: number;
}

export interface StatedTotal {
  part: string | null;
  metric: string;
  stated: number;
  sum_of_rows: number | null;
  difference: number | null;
  rows: number;
}

export interface Reject {
  part: string | null;
  row: number | null;
  column: string | null;
  reason: string;
  text: string | null;
}

export interface Import {
  import_id: number;
  business_id: number;
  status: ImportStatus;
  file: string;
  format: string | null;
  accounts: { account_id: number | null; platform: Platform; handle: string }[];
  recorded_at: string | null;
  observed_at: string | null;
  undone_at: string | null;
  dry_run: boolean;
  period: DateSpan | null;
  rows: ImportRows | null;
  stored: StoredCounts | null;
  totals?: StatedTotal[] | null;
  rejects?: Reject[] | null;
  warnings?: string[] | null;
  progress: { rows: number; bytes_read: number; bytes_total: number } | null;
  problem: Problem | null;
  same_as?: number | null;
  changes?: ImportChanges;
}

/** What a trial would change in the ledger. */
export interface ImportChanges {
  posts_new: number;
  posts_changed: number;
  posts_same: number;
  days_new: number;
  days_changed: number;
  days_same: number;
}

export interface Insight {
  type: string;
  title: string;
  text: string;
  account: { name: string } | null;
}

/** What a file would tell of its accounts if it were imported. */
export interface ImportPreview {
  overview: Overview;
  insights: { insights: Insight[] };
}

export type ColumnRole =
  | "post_id"
  | "permalink"
  | "text"
  | "published_at"
  | "published_time"
  | "content_type"
  | "day"
  | "observed_at"
  | "platform"
  | "account"
  | "metric"
  | "native"
  | "ignored";

export type DurationUnit = "milliseconds" | "seconds" | "minutes" | "hours";

export interface MappedColumn {
  name: string;
  occurrence?: number;
  role: ColumnRole;
  metric?: string;
  unit?: DurationUnit;
}

/** What the columns of a table mean. */
export interface TableMapping {
  name: string;
  rows: "posts" | "account_days" | "post_days" | "account_levels";
  platform: string | null;
  account: string | null;
  columns: MappedColumn[];
  date_order: string | null;
  time_zone: string | null;
  decimal: "point" | "comma" | null;
  missing: string[];
}

/** A mapping that somebody confirmed: tables with just its columns are read by it. */
export interface SavedMapping {
  mapping_id: number;
  saved_at: string;
  mapping: TableMapping;
}

export interface Suggestion {
  mapping: TableMapping;
  /** Members of the mapping that somebody has to decide. */
  open: string[];
  header: string[];
  sample: string[][];
}

/** What somebody says of a file where the file leaves it open. */
export interface ImportAnswers {
  account?: string;
  platform?: string;
  format?: string;
  time_zone?: string;
  observed_at?: string;
  mapping?: string;
}

/** RFC 9457 problem details with the product's own members. */
export interface Problem {
  title?: string;
  status?: number;
  detail?: string;
  code?: string;
  parameter?: string;
  allowed?: string[];
  file?: string;
  part?: string;
  row?: number;
  column?: string;
  /** The part of a body or a mapping that is refused, such as columns[3].metric. */
  member?: string;
  /** The answers to choose from, where a file leaves a question open. */
  choices?: { key: string; title: string }[];
  /** How a table that no format knows could be read. */
  suggestion?: Suggestion;
}
