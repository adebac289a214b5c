import type { Evidence, EvidenceStatus } from "../api/evidence";
import type { Coverage } from "../api/types";
import { countOf, formatChangeRatio, formatCount, formatPercent } from "../ui/format";
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

const STATUS: Record<EvidenceStatus, string> = {
  ok: "Reliable",
  provisional: "Provisional: part of the numbers may still be revised",
  weak: "Weak: too little of what should be reported is",
  not_enough_data: "Undecided: the data cannot tell",
  not_provided: "Not provided by the platform",
};

const REASONS: Record<string, string> = {
  unusual: "more than such numbers usually change",
  one_of_many: "unusual, but of so many numbers one or other is by chance",
  within_normal_variation: "within what such numbers usually change",
  short_history: "too little came before",
  low_coverage: "not enough is reported",
  may_be_revised: "platforms may still revise it",
};

/** The status with its reason, in words. A reason that has no words yet is spelt out. */
export function statusInWords(evidence: Pick<Evidence, "status" | "reason_code">): string {
  const { status, reason_code: reason } = evidence;
  if (reason === "ok") return STATUS[status];
  return `${STATUS[status]} (${REASONS[reason] ?? reason.replaceAll("_", " ")})`;
}

export function intervalInWords(
  evidence: Pick<Evidence, "lo" | "hi" | "level">,
  unit: Unit,
  locale?: string,
): string {
  const { lo, hi, level } = evidence;
  if (lo === null || hi === null || level === null) return "the method gives none";
  return `${inUnit(lo, unit, locale)} to ${inUnit(hi, unit, locale)} (${Math.round(level * 100)} %)`;
}

const UNITS: Record<Coverage["unit"], [string, string]> = {
  post: ["post", "posts"],
  account_day: ["day of an account", "days of accounts"],
  account: ["account", "accounts"],
};

export function coverageInWords(coverage: Coverage, locale?: string): string {
  const { reporting, expected, items, unit } = coverage;
  if (expected === 0) return `none of ${countOf(items, ...UNITS[unit], locale)} is expected to report`;
  const left = items > expected ? `, of ${formatCount(items, locale)} in view` : "";
  return `${formatCount(reporting, locale)} of ${countOf(expected, ...UNITS[unit], locale)}${left}`;
}
