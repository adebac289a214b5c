import type { MissingMetric } from "../api/health";
import { formatInstant } from "../ui/format";
import { missingGroups } from "./words";

interface Props {
  missing: MissingMetric[];
  zone: string;
}

/** What a platform does not tell of an account, and why. */
export function MissingMetrics({ missing, zone }: Props) {
  const first = missing.map((one) => one.since).sort()[0];
  if (first === undefined) return null;
  return (
    <div className="tm-missing" data-testid="missing-metrics">
      <strong>Missing</strong>
      <ul>
        {missingGroups(missing).map((group) => (
          <li key={`${group.what} ${group.said}`} className="tm-break">
            {group.what}. <span className="tm-note">The platform says: {group.said}</span>
          </li>
        ))}
      </ul>
      <p className="tm-note">
        Since {formatInstant(first, zone)}. These show as missing, never as 0, and are asked for again after a
        month.
      </p>
    </div>
  );
}

/** What is missing at times though nothing is wrong. */
export function Caveats({ caveats }: { caveats: string[] }) {
  if (caveats.length === 0) return null;
  return (
    <div className="tm-missing" data-testid="caveats">
      <strong>Good to know</strong>
      <ul>
        {caveats.map((caveat) => (
          <li key={caveat}>{caveat}</li>
        ))}
      </ul>
    </div>
  );
}
