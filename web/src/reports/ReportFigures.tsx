import type { ReportChange } from "../api/reports";
import { t } from "../text/text";
import { DASH } from "../ui/format";
import type { ReportFigure } from "./words";

interface Props {
  figures: ReportFigure[];
  changes: ReportChange[];
}

/** The figures of a period; beside those of a closed report, what they would be today. */
export function ReportFigures({ figures, changes }: Props) {
  return (
    <dl className="tm-report-figures">
      {figures.map(({ name, path, value, why, change, write }) => {
        const since = changes.find(({ figure }) => figure === path);
        return (
          <div key={name} data-testid={`figure-${path}`}>
            <dt>{name}</dt>
            <dd>
              <strong>{value ?? DASH}</strong>
              {value === null && <span className="tm-note">{why}</span>}
              {change && <span className="tm-note">{change}</span>}
              {since && (
                <span className="tm-report-since">
                  {since.now === null ? t("now not known") : t("now {value}", { value: write(since.now) })}
                </span>
              )}
            </dd>
          </div>
        );
      })}
    </dl>
  );
}
