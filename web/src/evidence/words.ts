import type { Evidence, EvidenceStatus } from "../api/evidence";
import type { Coverage } from "../api/types";
import { coverageText } from "../overview/explain";
import { type Message, msg, plural, t, tell } from "../text/text";
import { formatChangeRatio, formatCount, formatPercent } from "../ui/format";
import { numberFormat } from "../ui/intl";

/** How a finding's value is read: as a signed share, a plain share, a number, so many times the usual, or hours. */
export type Unit = "change" | "share" | "count" | "times" | "hours";

export function inUnit(value: number, unit: Unit, locale?: string): string {
  const rounded = numberFormat(locale, { maximumSignificantDigits: 3 });
  switch (unit) {
    case "change":
      return formatChangeRatio(value, locale);
    case "share":
      return formatPercent(value, locale);
    case "count":
      return Number.isInteger(value) ? formatCount(value, locale) : rounded.format(value);
    case "times":
      return `${rounded.format(value)}×`;
    case "hours":
      return `${rounded.format(value)} h`;
  }
}

const STATUS: Record<EvidenceStatus, Message> = {
  ok: msg("Reliable"),
  provisional: msg("Provisional: part of the numbers may still be revised"),
  weak: msg("Weak: too little of what should be reported is"),
  not_enough_data: msg("Undecided: the data cannot tell"),
  not_provided: msg("Not provided by the platform"),
};

const REASONS: Record<string, Message> = {
  unusual: msg("more than such numbers usually change"),
  one_of_many: msg("unusual, but of so many numbers one or other is by chance"),
  within_normal_variation: msg("within what such numbers usually change"),
  short_history: msg("too little came before"),
  low_coverage: msg("not enough is reported"),
  may_be_revised: msg("platforms may still revise it"),
  too_few_posts: msg("too few posts"),
  few_posts: msg("few posts"),
  no_posts: msg("no posts"),
  no_clear_difference: msg("no clear difference"),
  one_slot: msg("one slot"),
  nothing_to_compare: msg("nothing to compare"),
  too_few_settled: msg("too few settled"),
  stopped_early: msg("stopped early"),
  still_running: msg("still running"),
  read_too_rarely: msg("read too rarely"),
  not_as_drawn: msg("not as drawn"),
  no_whole_weeks: msg("no whole weeks"),
  no_texts: msg("no texts"),
  no_settled_days: msg("no settled days"),
  no_recent_days: msg("no recent days"),
  no_interval: msg("no interval"),
  no_hashtags: msg("no hashtags"),
  no_account: msg("no account"),
  mentions_not_told: msg("mentions not told"),
  many_days_missing: msg("many days missing"),
  leaps_are_usual: msg("leaps are usual"),
  goes_with_others: msg("goes with others"),
  few_earlier_weeks: msg("few earlier weeks"),
  beyond_most_used: msg("beyond most used"),
  accounts_changed: msg("accounts changed"),
  not_collected: msg("not collected"),
  not_provided: msg("not provided"),
  metric_not_provided: msg("metric not provided"),
};

/** The status with its reason, in words. A reason that has no words yet is spelt out. */
export function statusInWords(evidence: Pick<Evidence, "status" | "reason_code">): string {
  const { status, reason_code: reason } = evidence;
  if (reason === "ok") return tell(STATUS[status]);
  return `${tell(STATUS[status])} (${reasonInWords(reason)})`;
}

function reasonInWords(reason: string): string {
  const words = REASONS[reason];
  return words ? tell(words) : reason.replaceAll("_", " ");
}

export function intervalInWords(
  evidence: Pick<Evidence, "lo" | "hi" | "level">,
  unit: Unit,
  locale?: string,
): string {
  const { lo, hi, level } = evidence;
  if (lo === null || hi === null || level === null) return t("the method gives none");
  return t("{lo} to {hi} ({level}%)", {
    lo: inUnit(lo, unit, locale),
    hi: inUnit(hi, unit, locale),
    level: Math.round(level * 100),
  });
}

export function coverageInWords(coverage: Coverage, locale?: string): string {
  const { expected, items } = coverage;
  if (expected === 0) return noneExpected(coverage);
  const reported = coverageText(coverage, locale);
  return items > expected
    ? `${reported}, ${t("of {number} in view", { number: formatCount(items, locale) })}`
    : reported;
}

function noneExpected({ items, unit }: Coverage): string {
  switch (unit) {
    case "post":
      return plural(
        items,
        "none of {n} post is expected to report",
        "none of {n} posts is expected to report",
      );
    case "account_day":
      return plural(
        items,
        "none of {n} day of an account is expected to report",
        "none of {n} days of accounts is expected to report",
      );
    case "account":
      return plural(
        items,
        "none of {n} account is expected to report",
        "none of {n} accounts is expected to report",
      );
  }
}
