import type { Evidence } from "../api/evidence";
import type { Finding } from "../api/insights";
import type { Unit } from "../evidence/words";
import { type Message, msg, plural, t, tell } from "../text/text";

/** Kinds of findings, in the order in which they can be chosen. */
export const KINDS: Record<string, Message> = {
  change: msg("Changes"),
  record: msg("Records"),
  timing: msg("When to post"),
  effect: msg("What works"),
  anomaly: msg("Unusual days"),
  data: msg("About the data"),
};

const KIND_OF: Record<string, keyof typeof KINDS> = {
  change: "change",
  untested_change: "change",
  within_variation: "change",
  week_change: "change",
  level_shift: "change",
  unusual_day: "anomaly",
  effect: "effect",
  half_life: "effect",
  best_time: "timing",
  times_alike: "timing",
  record_day: "record",
  record_week: "record",
  record_post: "record",
  stopped_reporting: "data",
  low_coverage: "data",
  provisional_days: "data",
};

export function kindName(kind: string): string {
  const name = KINDS[kind];
  return name ? tell(name) : kind;
}

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
      plural(
        usual,
        "{n} number changed no more than it usually does",
        "{n} numbers changed no more than usual",
      ),
    others > 0 && plural(others, "{n} question cannot be decided yet", "{n} questions cannot be decided yet"),
  ];
  const [first, second] = parts.filter((part) => part !== false);
  return second === undefined ? (first ?? "") : t("{first}, and {second}", { first: first ?? "", second });
}

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
  if (type === "half_life") return "hours";
  return NUMBERS.has(type) ? "count" : "change";
}

/** What was looked at and is not told, in a sentence. */
export function leftOutInWords(left: { tested: number; by_chance: number; contradicting: number }): string {
  if (left.tested === 0) return "";
  const tested = plural(
    left.tested,
    "{n} statement was tested together",
    "{n} statements were tested together",
  );
  const chance =
    left.by_chance === 0
      ? ""
      : `; ${plural(
          left.by_chance,
          "{n} of them is not claimed, since that many come about by chance",
          "{n} of them are not claimed, since that many come about by chance",
        )}`;
  return `${tested}${chance}.`;
}
