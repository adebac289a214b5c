import type { Evidence, EvidenceCoverage, EvidenceStatus, Finding } from "../api/insights";
import { countOf, formatChangeRatio, formatCount, formatPercent } from "../ui/format";

/** Kinds of findings, in the order in which they can be chosen. */
export const KINDS: Record<string, string> = {
  change: "Changes",
  record: "Records",
  timing: "When to post",
  effect: "What works",
  anomaly: "Unusual days",
  data: "About the data",
};

const KIND_OF: Record<string, keyof typeof KINDS> = {
  change: "change",
  untested_change: "change",
  within_variation: "change",
  week_change: "change",
  level_shift: "change",
  unusual_day: "anomaly",
  effect: "effect",
  best_time: "timing",
  times_alike: "timing",
  record_day: "record",
  record_week: "record",
  record_post: "record",
  stopped_reporting: "data",
  low_coverage: "data",
  provisional_days: "data",
};

/** What is shown together. A type that this page does not know yet is a change to look at. */
export const kindOf = (finding: Pick<Finding, "type">): string => KIND_OF[finding.type] ?? "change";

/** The kinds that a feed has, in their order. */
export function kindsIn(findings: Pick<Finding, "type">[]): string[] {
  const there = new Set(findings.map(kindOf));
  return Object.keys(KINDS).filter((kind) => there.has(kind));
}

/** A feed as it is read: what says something, what cannot be decided, and what is to be kept in mind about the data. */
export interface Sorted<T> {
  telling: T[];
  undecided: T[];
  reservations: T[];
}

export function sorted<T extends { type: string; evidence: Pick<Evidence, "status"> }>(
  findings: T[],
): Sorted<T> {
  const isReservation = (one: T) => one.type === "provisional_days";
  const isUndecided = (one: T) => one.evidence.status === "not_enough_data";
  return {
    telling: findings.filter((one) => !isReservation(one) && !isUndecided(one)),
    undecided: findings.filter((one) => !isReservation(one) && isUndecided(one)),
    reservations: findings.filter(isReservation),
  };
}

/** What is folded away, in a line. */
export function undecidedInWords(undecided: { type: string }[]): string {
  const usual = undecided.filter((one) => one.type === "within_variation").length;
  const others = undecided.length - usual;
  const parts = [
    usual > 0 &&
      `${countOf(usual, "number")} changed no more than ${usual === 1 ? "it usually does" : "usual"}`,
    others > 0 && `${countOf(others, "question")} cannot be decided yet`,
  ];
  return parts.filter(Boolean).join(", and ");
}

/** Whether a finding's value is a signed share, a plain share or a number. */
export type Unit = "change" | "share" | "count";

const SHARES = new Set(["low_coverage"]);
const NUMBERS = new Set([
  "record_day",
  "record_week",
  "record_post",
  "stopped_reporting",
  "provisional_days",
]);

export function unitOf(type: string): Unit {
  if (SHARES.has(type)) return "share";
  return NUMBERS.has(type) ? "count" : "change";
}

export function inUnit(value: number, unit: Unit, locale?: string): string {
  if (unit === "change") return formatChangeRatio(value, locale);
  return unit === "share" ? formatPercent(value, locale) : formatCount(value, locale);
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

const UNITS: Record<EvidenceCoverage["unit"], [string, string]> = {
  post: ["post", "posts"],
  account_day: ["day of an account", "days of accounts"],
  account: ["account", "accounts"],
};

export function coverageInWords(coverage: EvidenceCoverage, locale?: string): string {
  const { reporting, expected, items, unit } = coverage;
  if (expected === 0) return `none of ${countOf(items, ...UNITS[unit], locale)} is expected to report`;
  const left = items > expected ? `, of ${formatCount(items, locale)} in view` : "";
  return `${formatCount(reporting, locale)} of ${countOf(expected, ...UNITS[unit], locale)}${left}`;
}

/** What was looked at and is not told, in a sentence. */
export function leftOutInWords(left: { tested: number; by_chance: number; contradicting: number }): string {
  if (left.tested === 0) return "";
  const tested = `${countOf(left.tested, "statement was", "statements were")} tested together`;
  const chance =
    left.by_chance === 0
      ? ""
      : `; ${left.by_chance} of them ${left.by_chance === 1 ? "is" : "are"} not claimed, since that many come about by chance`;
  return `${tested}${chance}.`;
}
