import type { Finding } from "../api/insights";

/** Whether a number changed by more than it usually does; untold where that was not tested. */
export type Verdict = "unusual" | "usual" | "untold";

const UNUSUAL = new Set(["change", "week_change", "level_shift"]);

/** What the findings of the same view say of the change of a number as a whole. */
export function verdictOn(
  metric: string,
  findings: Pick<Finding, "type" | "metric" | "account" | "subject">[],
): Verdict {
  const about = findings.filter(
    (one) => one.metric === metric && one.account === null && one.subject === null,
  );
  if (about.some(({ type }) => UNUSUAL.has(type))) return "unusual";
  return about.some(({ type }) => type === "within_variation") ? "usual" : "untold";
}
