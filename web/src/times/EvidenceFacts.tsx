import type { Evidence, EvidenceStatus } from "../api/times";
import { DASH, formatCount, formatInstant } from "../ui/format";
import { share } from "./words";

const STATUS: Record<EvidenceStatus, string> = {
  ok: "Can be relied on",
  provisional: "May still be revised",
  weak: "Weak",
  not_enough_data: "Not enough data",
  not_provided: "The platform does not provide it",
};

interface Props {
  evidence: Evidence;
  /** What the value is a share of, as the end of a sentence. */
  of: string;
  zone: string;
}

/** What a finding rests on, whole. */
export function EvidenceFacts({ evidence, of, zone }: Props) {
  const { coverage } = evidence;
  return (
    <details className="tm-evidence">
      <summary>What this rests on</summary>
      <dl className="tm-facts">
        <dt>Status</dt>
        <dd>
          {STATUS[evidence.status]} ({evidence.reason_code.replaceAll("_", " ")})
        </dd>
        <dt>Value</dt>
        <dd>{evidence.value === null ? DASH : `${share(evidence.value)}, ${of}`}</dd>
        <dt>Interval</dt>
        <dd>
          {evidence.lo === null || evidence.hi === null
            ? DASH
            : `${share(evidence.lo)} to ${share(evidence.hi)}${
                evidence.level === null ? "" : `, at ${Math.round(evidence.level * 100)} %`
              }`}
        </dd>
        <dt>Posts</dt>
        <dd>
          {formatCount(evidence.n)}
          {evidence.n_eff !== null && `, worth ${formatCount(evidence.n_eff)} right at that time`}
        </dd>
        <dt>Coverage</dt>
        <dd>
          {formatCount(coverage.reporting)} of {formatCount(coverage.expected)} that should report do;{" "}
          {formatCount(coverage.items)} in all
        </dd>
        <dt>May still change</dt>
        <dd>{Math.round(evidence.provisional_share * 100)} % of the posts</dd>
        <dt>As of</dt>
        <dd>{formatInstant(evidence.as_of, zone)}</dd>
        <dt>Method</dt>
        <dd>{evidence.method}</dd>
      </dl>
    </details>
  );
}
