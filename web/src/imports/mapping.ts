import type { ColumnRole, DurationUnit, MappedColumn, Suggestion, TableMapping } from "../api/types";
import { METRICS } from "../api/types";
import { t } from "../text/text";
import { figureName, platformName } from "../ui/names";

interface Option {
  value: string;
  label: string;
}

export function rowKinds(): Option[] {
  return [
    { value: "posts", label: t("A post, with its numbers to date") },
    { value: "account_days", label: t("A day of an account") },
    { value: "post_days", label: t("A day of a post") },
    { value: "account_levels", label: t("A level of an account, such as its followers") },
  ];
}

export function dateOrders(): Option[] {
  return [
    { value: "ymd", label: "2026-12-31" },
    { value: "dmy", label: "31/12/2026" },
    { value: "mdy", label: "12/31/2026" },
    { value: "epoch_seconds", label: t("Seconds since 1970") },
    { value: "epoch_milliseconds", label: t("Milliseconds since 1970") },
  ];
}

export const DECIMALS: Option[] = [
  { value: "point", label: "1,234.5" },
  { value: "comma", label: "1.234,5" },
];

export function units(): Option[] {
  return [
    { value: "milliseconds", label: t("in milliseconds") },
    { value: "seconds", label: t("in seconds") },
    { value: "minutes", label: t("in minutes") },
    { value: "hours", label: t("in hours") },
  ];
}

function roles(): { value: Exclude<ColumnRole, "metric">; label: string }[] {
  return [
    { value: "ignored", label: t("Not taken") },
    { value: "post_id", label: t("Id of the post") },
    { value: "permalink", label: t("Address of the post") },
    { value: "text", label: t("Text of the post") },
    { value: "published_at", label: t("When it was published") },
    { value: "published_time", label: t("Time of day of publication") },
    { value: "content_type", label: t("Kind of post") },
    { value: "day", label: t("Day") },
    { value: "observed_at", label: t("When the numbers were read") },
    { value: "platform", label: t("Platform") },
    { value: "account", label: t("Account") },
    { value: "native", label: t("Another number, kept apart") },
  ];
}

const METRIC_PREFIX = "metric:";

/** Everything that a column can be: its roles, then the metrics. */
export function columnMeanings(): { group: string; items: Option[] }[] {
  return [
    { group: t("What it is about"), items: roles() },
    {
      group: t("Numbers"),
      items: METRICS.map((metric) => ({ value: METRIC_PREFIX + metric, label: figureName(metric) })),
    },
  ];
}

export function meaningOf(column: MappedColumn): string {
  return column.role === "metric" ? METRIC_PREFIX + column.metric : column.role;
}

/** The column with another meaning; the unit belongs to the old one. */
export function withMeaning({ name, occurrence }: MappedColumn, meaning: string): MappedColumn {
  const place = occurrence === undefined ? { name } : { name, occurrence };
  return meaning.startsWith(METRIC_PREFIX)
    ? { ...place, role: "metric", metric: meaning.slice(METRIC_PREFIX.length) }
    : { ...place, role: meaning as ColumnRole };
}

/** The unit in which a column counts time, where it does; without a word it is the second. */
export function unitOf(column: MappedColumn): DurationUnit | undefined {
  return column.metric === "watch_time_seconds" ? (column.unit ?? "seconds") : undefined;
}

const TIMED: ColumnRole[] = ["published_at", "observed_at"];
const DATED: ColumnRole[] = ["day", ...TIMED];

/** The order in which dates are written, where the examples leave one only. */
export function dateOrderOf(dates: string[]): TableMapping["date_order"] {
  const all = (form: RegExp) => dates.length > 0 && dates.every((date) => form.test(date));
  if (all(/^\d{4}[-/.]/)) return "ymd";
  if (all(/^\d{9,10}$/)) return "epoch_seconds";
  if (all(/^\d{12,13}$/)) return "epoch_milliseconds";
  const parts = dates.map((date) => date.split(/[-/. ]/, 2).map(Number));
  if (parts.some(([first = 0]) => first > 12)) return "dmy";
  return parts.some(([, second = 0]) => second > 12) ? "mdy" : null;
}

/** The mapping with another meaning of one of its columns; how dates are written follows where it can be told. */
export function withColumn(suggestion: Suggestion, mapping: TableMapping, place: number, meaning: string) {
  const columns = mapping.columns.map((one, at) => (at === place ? withMeaning(one, meaning) : one));
  const dates = columns
    .filter(({ role }) => DATED.includes(role))
    .flatMap((column) => values(suggestion, column));
  return { ...mapping, columns, date_order: mapping.date_order ?? dateOrderOf(dates) };
}

/** The mapping with one of its columns counting time in another unit. */
export function withUnit(mapping: TableMapping, place: number, unit: DurationUnit): TableMapping {
  const columns = mapping.columns.map((one, at) => (at === place ? { ...one, unit } : one));
  return { ...mapping, columns };
}

/** What still has to be said before the file can be looked at with the mapping. */
export function stillOpen(mapping: TableMapping, { open }: Suggestion): string[] {
  const has = (...roles: ColumnRole[]) => mapping.columns.some((column) => roles.includes(column.role));
  const ofDays = mapping.rows === "account_days" || mapping.rows === "post_days";
  const ofPosts = mapping.rows === "posts" || mapping.rows === "post_days";
  const known = has("post_id", "permalink") || (has("published_at") && has("text"));
  const zoned = open.includes("time_zone") && has(...TIMED) && !mapping.date_order?.startsWith("epoch");
  return [
    !mapping.name.trim() && t("a name"),
    !mapping.platform && !has("platform") && t("the platform"),
    !mapping.account?.trim() && !has("account") && t("the account"),
    !has("metric", "native") && t("which column holds a number"),
    ofDays && !has("day") && t("which column holds the day"),
    ofPosts && !known && t("which column tells one post from another (its id or address, or time and text)"),
    !mapping.date_order && has(...DATED) && t("how dates are written"),
    zoned && !mapping.time_zone?.trim() && t("the time zone of times"),
  ].filter((part) => part !== false);
}

/** The mapping as it is sent: a field that holds nothing but spaces says nothing. */
export function mappingText(mapping: TableMapping): string {
  const said = (text: string | null) => text?.trim() || null;
  const { name, account, time_zone } = mapping;
  return JSON.stringify({
    ...mapping,
    name: name.trim(),
    account: said(account),
    time_zone: said(time_zone),
  });
}

/** A mapping that was sent, to go on from. */
export function mappingOf(text: string): TableMapping {
  return JSON.parse(text) as TableMapping;
}

/** What a mapping reads: "A day of an account, X, acme". */
export function mappingInWords({ rows, platform, account }: TableMapping): string {
  const kind = rowKinds().find(({ value }) => value === rows)?.label ?? rows;
  return [kind, platform && platformName(platform), account].filter(Boolean).join(", ");
}

const EXAMPLES = 3;
const LONGEST_EXAMPLE = 40;

/** The first different values of a column, as an example. */
export function examples(suggestion: Suggestion, column: MappedColumn): string {
  return [...new Set(values(suggestion, column))]
    .slice(0, EXAMPLES)
    .map((text) => (text.length > LONGEST_EXAMPLE ? `${text.slice(0, LONGEST_EXAMPLE)}…` : text))
    .join(" · ");
}

function values({ header, sample }: Suggestion, { name, occurrence = 1 }: MappedColumn): string[] {
  const places = header.flatMap((written, place) => (isNamed(written, name) ? [place] : []));
  const place = places[occurrence - 1];
  return place === undefined ? [] : sample.map((row) => row[place] ?? "").filter((text) => text !== "");
}

const LONGEST_SHOWN = 100;

/** As the server has it, case and spaces make no difference; it shortens the names of a header that it shows. */
function isNamed(written: string, name: string): boolean {
  return normalised(written) === normalised(name.slice(0, LONGEST_SHOWN));
}

function normalised(name: string): string {
  return name.normalize("NFC").replace(/\s+/g, " ").trim().toLowerCase();
}
