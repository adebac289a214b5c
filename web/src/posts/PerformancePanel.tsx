import type { AgePerformance } from "../api/posts";
import { EvidenceInfo } from "../evidence/EvidenceInfo";
import type { Take } from "../take/take";
import { t } from "../text/text";
import { DASH, formatMetric } from "../ui/format";
import { figureName } from "../ui/names";
import { Panel } from "../ui/Panel";
import { ageInWords, indexInWords } from "./words";

interface Props {
  performance: Record<string, AgePerformance>;
  timeZone: string;
  take: Take;
}

/** How the post does for its age: what it has, what such posts have then, and where it is heading. */
export function PerformancePanel({ performance, timeZone, take }: Props) {
  return (
    <Panel title={t("For its age")} take={take}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region has to take the focus */}
      <section className="tm-scroll-wide" tabIndex={0} aria-label={t("Performance for its age")}>
        <table className="tm-one-table tm-stack" data-testid="post-performance">
          <thead>
            <tr>
              <th scope="col">{t("Count |a counted metric")}</th>
              <th scope="col" className="tm-number">
                {t("Now")}
              </th>
              <th scope="col" className="tm-number">
                {t("Usual then")}
              </th>
              <th scope="col" className="tm-number">
                {t("Expected in the end")}
              </th>
              <th scope="col">{t("Against the usual")}</th>
            </tr>
          </thead>
          <tbody>
            {Object.entries(performance).map(([metric, one]) => (
              <tr key={metric}>
                <th scope="row">
                  {figureName(metric)}
                  <Age of={one} />
                </th>
                <Amount name={t("Now")} metric={metric} value={one.actual} />
                <Amount
                  name={t("Usual then")}
                  metric={metric}
                  value={one.expected}
                  range={one.expected_range}
                />
                <Amount
                  name={t("Expected in the end")}
                  metric={metric}
                  value={one.projected}
                  range={one.projected_range}
                />
                <td className="tm-note" data-label={t("Against the usual")}>
                  <span>
                    {indexInWords(one.evidence) ?? `${DASH} ${one.evidence.status.replaceAll("_", " ")}`}{" "}
                    <EvidenceInfo
                      evidence={one.evidence}
                      about={t("{metric} against the usual", { metric: figureName(metric) })}
                      unit="times"
                      timeZone={timeZone}
                    />
                  </span>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </Panel>
  );
}

function Age({ of }: { of: AgePerformance }) {
  if (of.settled) return <span className="tm-note"> {t("settled |of a post")}</span>;
  return of.age_hours === null ? null : (
    <span className="tm-note"> {t("at {age}", { age: ageInWords(Math.round(of.age_hours)) })}</span>
  );
}

interface AmountProps {
  /** Of the column. */
  name: string;
  metric: string;
  value: number | null;
  range?: [number, number] | null;
}

function Amount({ name, metric, value, range }: AmountProps) {
  return (
    <td className="tm-number" data-label={name}>
      <div>
        {value === null ? DASH : formatMetric(metric, Math.round(value))}
        {range && (
          <div className="tm-note">
            {range.map((end) => formatMetric(metric, Math.round(end))).join(" – ")}
          </div>
        )}
      </div>
    </td>
  );
}
