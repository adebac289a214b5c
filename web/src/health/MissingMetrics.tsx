import type { MissingMetric } from "../api/health";
import { english, t } from "../text/text";
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
      <strong>{t("Missing")}</strong>
      <ul>
        {missingGroups(missing).map((group) => (
          <li key={group.key} className="tm-break">
            {group.what}. <span className="tm-note">{group.said}</span>
          </li>
        ))}
      </ul>
      <p className="tm-note">
        {t("Since {time}. These show as missing, never as 0, and are asked for again after a month.", {
          time: formatInstant(first, zone),
        })}
      </p>
    </div>
  );
}

/** What is missing at times though nothing is wrong. */
export function Caveats({ caveats }: { caveats: string[] }) {
  if (caveats.length === 0) return null;
  return (
    <div className="tm-missing" data-testid="caveats">
      <strong>{t("Good to know")}</strong>
      <ul>
        {caveats.map((caveat) => (
          <li key={caveat}>{english(caveat)}</li>
        ))}
      </ul>
    </div>
  );
}
