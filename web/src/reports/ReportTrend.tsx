import { Skeleton, Text } from "@mantine/core";
import { lazy, Suspense } from "react";
import type { KeptTrends, ReportChange, ReportNote } from "../api/reports";
import type { Metric } from "../api/types";
import { inSentence, t } from "../text/text";
import { hasPrevious, previousOf, type Shown, stretchText, tellPlace } from "../trends/shown";
import { DASH, formatMetric } from "../ui/format";
import { figureName } from "../ui/names";
import { daysChangedInWords } from "./words";

/** The chart library is larger than the rest of a report. */
const ReportChart = lazy(() => import("./ReportChart"));

interface Props {
  trend: KeptTrends;
  metric: Metric;
  notes: ReportNote[];
  colour: string | null;
  changes: ReportChange[];
}

/** How a metric went: a chart, and the same as a table for those who do not see it. */
export function ReportTrend({ trend, metric, notes, colour, changes }: Props) {
  const shown = shownOf(trend, metric, notes);
  if (!trend.points.some((point) => point.metrics[metric]?.value != null)) {
    return (
      <Text c="dimmed">
        {t("No day has a value of {metric}.", { metric: inSentence(figureName(metric)) })}
      </Text>
    );
  }
  return (
    <div className="tm-report-trend">
      <Suspense fallback={<Skeleton height={300} />}>
        <ReportChart shown={shown} colour={colour} />
      </Suspense>
      <TrendRows shown={shown} />
      {changes.length > 0 && <p className="tm-report-since">{daysChangedInWords(changes.length)}</p>}
    </div>
  );
}

function shownOf(trend: KeptTrends, metric: Metric, notes: ReportNote[]): Shown {
  const { comparison = null, previous = [], averages = [], markers = [] } = trend;
  return {
    metric,
    trends: { ...trend, comparison, previous, averages },
    overlay: undefined,
    notes,
    breaks: markers,
  };
}

/** In a box of its own: a table is never narrower than its words. */
function TrendRows({ shown }: { shown: Shown }) {
  const { metric, trends } = shown;
  const compares = hasPrevious(shown);
  return (
    <div className="tm-unseen">
      <table>
        <caption>{figureName(metric)}</caption>
        <thead>
          <tr>
            <th scope="col">{t("Day")}</th>
            <th scope="col">{figureName(metric)}</th>
            {compares && <th scope="col">{t("Before |days compared with")}</th>}
            <th scope="col">{t("Note |about a figure")}</th>
          </tr>
        </thead>
        <tbody>
          {trends.points.map(({ date }, index) => {
            const told = tellPlace(shown, index);
            const before = previousOf(shown, index);
            return (
              <tr key={date}>
                <th scope="row">{told?.days}</th>
                <td>{told?.value}</td>
                {compares && (
                  <td>
                    {before?.value == null
                      ? DASH
                      : `${formatMetric(metric, before.value)} (${stretchText(before.days)})`}
                  </td>
                )}
                <td>{told?.about.join(", ")}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
