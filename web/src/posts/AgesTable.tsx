import type { PostDetail } from "../api/posts";
import { METRICS } from "../api/types";
import type { Take } from "../take/take";
import { t } from "../text/text";
import { DASH, formatMetric } from "../ui/format";
import { figureName } from "../ui/names";
import { Panel } from "../ui/Panel";
import { ageInWords } from "./words";

/** The counters as they stood at ages at which posts are compared. */
export function AgesTable({ ages, take }: { ages: PostDetail["ages"]; take: Take }) {
  const metrics = METRICS.filter((metric) => ages.some(({ values }) => values[metric] !== undefined));
  return (
    <Panel title={t("By age")} take={take}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region has to take the focus */}
      <section className="tm-scroll-wide" tabIndex={0} aria-label={t("Values by age")}>
        <table className="tm-one-table" data-testid="post-ages">
          <thead>
            <tr>
              <th scope="col">{t("After")}</th>
              {ages.map(({ age_hours: age }) => (
                <th key={age} scope="col" className="tm-number">
                  {ageInWords(age)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {metrics.map((metric) => (
              <tr key={metric}>
                <th scope="row">{figureName(metric)}</th>
                {ages.map(({ age_hours: age, values }) => (
                  <td key={age} className="tm-number">
                    <AtAge metric={metric} value={values[metric]} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </Panel>
  );
}

function AtAge({ metric, value }: { metric: string; value: number | undefined }) {
  if (value !== undefined) return formatMetric(metric, value);
  return (
    <span title={t("not read before and after that age")}>
      <span aria-hidden="true">{DASH}</span>
      <span className="tm-unseen">{t("not read before and after that age")}</span>
    </span>
  );
}
