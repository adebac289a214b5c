import type { Finding } from "../api/insights";

/** Whether a number changed by more than it usually does; untold where that was not tested. */
export type Verdict = "unusual" | "usual" | "untold";

const UNUSUAL = new Set(["change", "week_change", "level_shift"]);

type Said = Pick<Finding, "type" | "metric" | "account" | "subject"> & {
  evidence: Pick<Finding["evidence"], "value">;
};

/**
 * What the findings of the same view say of the change of a number as a whole. A week or a level that moved the other
 * way than the whole period did says nothing of the period.
 */
export function verdictOn(metric: string, change: number | null, findings: Said[]): Verdict {
  const about = findings.filter(
    (one) => one.metric === metric && one.account === null && one.subject === null,
  );
  const goesAlong = ({ evidence }: Said) =>
    change !== null && evidence.value !== null && Math.sign(evidence.value) === Math.sign(change);
  if (about.some((one) => UNUSUAL.has(one.type) && goesAlong(one))) return "unusual";
  return about.some(({ type }) => type === "within_variation") ? "usual" : "untold";
}
