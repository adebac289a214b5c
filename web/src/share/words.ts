import type { Share } from "../api/shares";
import type { Platform } from "../api/types";
import { DEFAULT_RANGE, isRange, rangeName } from "../filters/ranges";
import { formatDate, formatInstant, formatSpan, joinWords } from "../ui/format";
import { platformName } from "../ui/names";

export const PAGES = {
  analytics: "Analytics",
  audience: "Audience",
  why: "Why it changed",
  report: "Report",
} as const;

/** Which posts and accounts are counted, where not all are; empty where all are. */
export function filtersInWords(search: string): string {
  const query = new URLSearchParams(search);
  const platforms = query.getAll("platform").map((one) => platformName(one as Platform));
  const accounts = query.getAll("account_id").length;
  const said = [
    platforms.length > 0 && `only ${joinWords(platforms)}`,
    accounts > 0 && (accounts === 1 ? "one account" : `${accounts} accounts`),
    listed("group", "groups", query.getAll("group")),
    listed("content type", "content types", query.getAll("content_type")),
    listed("label", "labels", query.getAll("label")),
    query.has("boosted") && "boosted or not, as chosen",
  ];
  return said.filter((one) => one !== false).join(", ");
}

function listed(one: string, many: string, values: string[]): string | false {
  return values.length > 0 && `${values.length === 1 ? one : many} ${joinWords(values)}`;
}

/** Which days a link shows, and whether they move on. */
export function periodInWords(search: string): string {
  const query = new URLSearchParams(search);
  if (query.has("report")) return `number ${query.get("report")}, as it was closed`;
  const from = query.get("from");
  const to = query.get("to");
  const days = from && to ? formatSpan({ from, to }) : named(query.get("range") ?? DEFAULT_RANGE);
  return query.has("as_of") ? `${days}, as it was` : days;
}

function named(range: string): string {
  return isRange(range) ? rangeName(range) : range;
}

/** As of when a link keeps its numbers; undefined where they go on. */
export function asOfInWords(search: string, timeZone: string): string | undefined {
  const asOf = new URLSearchParams(search).get("as_of");
  if (asOf === null) return undefined;
  return asOf.includes("T") ? formatInstant(asOf, timeZone) : formatDate(asOf);
}

/** What has become of a link, in a line. */
export function shareInWords(share: Share, timeZone: string): string {
  const end = {
    open: `until ${formatDate(share.expires_at.slice(0, 10))}`,
    expired: `ended ${formatDate(share.expires_at.slice(0, 10))}`,
    revoked: "taken back",
  }[share.state];
  const used = share.last_used_at
    ? `last opened ${formatInstant(share.last_used_at, timeZone)}`
    : "never opened";
  return [end, share.password ? "with a password" : "without a password", used].join(" · ");
}
