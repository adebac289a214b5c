import type { Evidence } from "../api/trendAnalysis";
import { formatCount } from "../ui/format";

const STATUS: Record<Evidence["status"], string> = {
  ok: "Reliable",
  provisional: "Provisional: numbers may still be revised",
  weak: "Weak",
  not_enough_data: "Undecided: the data cannot tell",
  not_provided: "Not provided by the platform",
};

/** All that a finding rests on, as terms and texts. */
export function evidenceFacts(evidence: Evidence, locale?: string): [string, string][] {
  const number = (value: number) =>
    new Intl.NumberFormat(locale, { maximumSignificantDigits: 3 }).format(value);
  const { value, lo, hi, level, coverage } = evidence;
  const end = (value: number | null) => (value === null ? "none" : number(value));
  const interval = lo === null && hi === null ? "none" : `${end(lo)} to ${end(hi)}${atLevel(level)}`;
  return [
    ["How sure", `${STATUS[evidence.status]}${because(evidence.reason_code)}`],
    ["Value", value === null ? "none" : number(value)],
    ["Interval", interval],
    ["Rests on", `${formatCount(evidence.n, locale)} days or earlier changes`],
    ["Worth", evidence.n_eff === null ? "not reckoned" : number(evidence.n_eff)],
    ["Reported by", `${coverage.reporting} of ${coverage.expected} ${coverage.unit.replace("_", "-")}s`],
    ["May be revised", `${Math.round(evidence.provisional_share * 100)} %`],
    ["As of", evidence.as_of.slice(0, 16).replace("T", " ")],
    ["Method", evidence.method],
  ];
}

function atLevel(level: number | null): string {
  return level === null ? "" : ` (${Math.round(level * 100)} %)`;
}

function because(reason: string): string {
  return reason === "ok" ? "" : ` (${reason.replaceAll("_", " ")})`;
}
