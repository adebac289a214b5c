import type { Share, SharedPage } from "../api/shares";
import type { Platform } from "../api/types";
import { DEFAULT_RANGE, isRange, rangeName } from "../filters/ranges";
import { inSentence, type Message, msg, plural, t } from "../text/text";
import { formatDate, formatInstant, formatSpan, joinWords } from "../ui/format";
import { platformName, typeName } from "../ui/names";

export const PAGES: Record<SharedPage, Message> = {
  analytics: msg("Analytics"),
  posts: msg("Posts"),
  platforms: msg("Platforms"),
  best_times: msg("Best times"),
  audience: msg("Audience"),
  why: msg("Why it changed"),
  report: msg("Report"),
};

/** Which posts and accounts are counted, where not all are; empty where all are. */
export function filtersInWords(search: string): string {
  const query = new URLSearchParams(search);
  const platforms = query.getAll("platform").map((one) => platformName(one as Platform));
  const accounts = query.getAll("account_id").length;
  const groups = query.getAll("group");
  const types = query.getAll("content_type").map((one) => inSentence(typeName(one)));
  const labels = query.getAll("label");
  const words = query.get("search");
  const said = [
    platforms.length > 0 && t("only {list}", { list: joinWords(platforms) }),
    accounts > 0 && plural(accounts, "one account", "{n} accounts |in words"),
    groups.length > 0 && plural(groups.length, "group {list}", "groups {list}", { list: joinWords(groups) }),
    types.length > 0 &&
      plural(types.length, "content type {list}", "content types {list}", { list: joinWords(types) }),
    labels.length > 0 && plural(labels.length, "label {list}", "labels {list}", { list: joinWords(labels) }),
    query.has("boosted") && t("boosted or not, as chosen"),
    words !== null && t("with “{search}” in the text", { search: words }),
  ];
  return said.filter((one) => one !== false).join(", ");
}

/** How far a link lets people see: which days, and which posts and accounts. */
export function scopeInWords(page: SharedPage, search: string): string {
  const filters = filtersInWords(search);
  return `${periodInWords(page, search)}${filters && `, ${filters}`}`;
}

/** Which days a link shows, and whether they move on. */
export function periodInWords(page: SharedPage, search: string): string {
  const query = new URLSearchParams(search);
  const report = query.get("report");
  if (report !== null) return t("number {report}, as it was closed", { report });
  const from = query.get("from");
  const to = query.get("to");
  const days =
    page === "best_times"
      ? t("The posts of a year")
      : from && to
        ? formatSpan({ from, to })
        : named(query.get("range") ?? DEFAULT_RANGE);
  return query.has("as_of") ? t("{days}, as it was", { days }) : days;
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
    open: t("until {day}", { day: formatDate(share.expires_at.slice(0, 10)) }),
    expired: t("ended {day}", { day: formatDate(share.expires_at.slice(0, 10)) }),
    revoked: t("taken back"),
  }[share.state];
  const used = share.last_used_at
    ? t("last opened {time}", { time: formatInstant(share.last_used_at, timeZone) })
    : t("never opened");
  return [end, share.password ? t("with a password") : t("without a password"), used].join(" · ");
}
