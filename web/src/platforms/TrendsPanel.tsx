import { Button, Group, NativeSelect, Skeleton, Table, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { type PlatformComparison, type PlatformTrends, platformTrendsQuery } from "../api/platforms";
import { METRICS, type Metric, type Platform } from "../api/types";
import { MarkedNotes } from "../notes/MarkedNotes";
import { forOthers } from "../notes/marks";
import { useNotedAccounts, useNotes } from "../notes/useNotes";
import { briefly } from "../overview/explain";
import { useVisit } from "../share/visit";
import { questionOf } from "../take/take";
import { t } from "../text/text";
import { Breaks } from "../trends/Breaks";
import { dotsInWords } from "../trends/dotsInWords";
import { ImportedSign } from "../trends/ImportedSign";
import { toldMarkers } from "../trends/restatements";
import { SmallTrend } from "../trends/SmallTrend";
import { ErrorPanel } from "../ui/ErrorPanel";
import { formatDate, formatMetric } from "../ui/format";
import { Missing } from "../ui/Missing";
import { figureName, platformName } from "../ui/names";
import { Panel } from "../ui/Panel";
import { PlatformLabel } from "../ui/PlatformLabel";
import { readFigure } from "./figures";
import { type PlatformMarks, platformMarks } from "./marks";
import type { PlatformsView } from "./search";

interface Props {
  answer: PlatformComparison;
  view: PlatformsView;
  onChange: (part: Partial<PlatformsView>) => void;
}

/** One metric over the days of the period, a small chart for each platform. */
export function TrendsPanel({ answer, view, onChange }: Props) {
  const [asTable, setAsTable] = useState(false);
  const provided = METRICS.filter((metric) =>
    answer.platforms.some(({ metrics }) => metrics[metric] && metrics[metric].status !== "not_provided"),
  );
  const metric = provided.find((one) => one === view.metric) ?? provided[0] ?? "impressions";
  const query = platformTrendsQuery(answer.business_id, view, metric, useVisit() !== undefined);
  const trends = useQuery(query);
  const notes = useNotes(answer.business_id, answer.period);
  const accounts = useNotedAccounts(answer.business_id);
  const breaks = toldMarkers(trends.data?.markers ?? [], answer.period.basis);
  const marksWith = (shown: typeof notes) =>
    platformMarks(
      trends.data?.points.map(({ date }) => date) ?? [],
      shown,
      breaks,
      (id) => accounts.find(({ account_id }) => account_id === id)?.platform,
    );
  const marks = marksWith(notes);
  return (
    <Panel
      title={t("Day by day")}
      take={{
        question: questionOf("/analytics/trends", query),
        parts: ["series.points"],
        period: answer.period,
        definitions: answer.definitions,
        picture: trends.data && pictureOf(trends.data, metric, marksWith(forOthers(notes))),
      }}
      actions={
        <Group gap="sm">
          <NativeSelect
            aria-label={t("Metric of the charts")}
            data={provided.map((value) => ({ value, label: figureName(value) }))}
            value={metric}
            onChange={(event) => onChange({ metric: event.currentTarget.value as Metric })}
          />
          <Button variant="default" aria-pressed={asTable} onClick={() => setAsTable(!asTable)}>
            {t("Show as table")}
          </Button>
        </Group>
      }
    >
      {trends.isError ? (
        <ErrorPanel what={t("The days")} error={trends.error} retry={() => void trends.refetch()} />
      ) : trends.isPending ? (
        <Skeleton height={240} role="status" aria-label={t("Loading the days")} />
      ) : (
        <div
          className={trends.isPlaceholderData ? "tm-waiting" : undefined}
          aria-busy={trends.isPlaceholderData}
        >
          {asTable ? (
            <DayTable trends={trends.data} metric={metric} />
          ) : (
            <Charts trends={trends.data} metric={metric} answer={answer} marks={marks} />
          )}
          <Breaks breaks={breaks} period={trends.data.period} leftOut={trends.data.restatements_left_out} />
          <MarkedNotes business={answer.business_id} notes={notes} />
        </div>
      )}
    </Panel>
  );
}

function pictureOf(trends: PlatformTrends, metric: Metric, marks: PlatformMarks) {
  return async () => (await import("./daysPicture")).daysPicture(trends, metric, marks);
}

interface ShownProps {
  trends: PlatformTrends;
  metric: Metric;
}

interface ChartsProps extends ShownProps {
  answer: PlatformComparison;
  marks: PlatformMarks;
}

function Charts({ trends, metric, answer, marks }: ChartsProps) {
  const fromZero = metric !== "followers";
  const pointsOf = (platform: Platform) =>
    trends.series.find((one) => one.platform === platform)?.points ?? [];
  return (
    <>
      <ul className="tm-small-trends" data-testid="platform-trends">
        {answer.platforms.map((side) => {
          const points = pointsOf(side.platform);
          const known = points.some((point) => point.metrics[metric]?.value != null);
          return (
            <li key={side.platform}>
              <PlatformLabel platform={side.platform} />
              {known ? (
                <SmallTrend
                  points={points}
                  metric={metric}
                  name={t("{metric} on {platform}", {
                    metric: figureName(metric),
                    platform: platformName(side.platform),
                  })}
                  fromZero={fromZero}
                  marks={marks.of(side.platform)}
                />
              ) : (
                <div>
                  <Missing why={readFigure(metric, side, "total", answer.definitions).why} />
                </div>
              )}
            </li>
          );
        })}
      </ul>
      <Text className="tm-note" mt="sm">
        {fromZero
          ? t("The same days for all, but each with a scale of its own from zero.")
          : t("The same days for all, but each with a scale of its own that does not begin at zero.")}{" "}
        {t("A gap is a day without a value; what is dashed may still be revised.")}{" "}
        {trends.series.some(({ points }) => points.some(({ metrics }) => metrics[metric]?.imported)) &&
          dotsInWords()}
      </Text>
    </>
  );
}

function DayTable({ trends, metric }: ShownProps) {
  const perDay = t("{metric} per day and platform", { metric: figureName(metric) });
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region has to take the focus
    <section className="tm-scroll" tabIndex={0} aria-label={perDay}>
      <Table stickyHeader data-testid="platform-trends-table">
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">{t("Day")}</Table.Th>
            {trends.series.map(({ platform }) => (
              <Table.Th key={platform} scope="col" className="tm-number">
                {platformName(platform)}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {trends.points.map(({ date }, index) => (
            <Table.Tr key={date}>
              <Table.Th scope="row" fw={400}>
                {formatDate(date)}
              </Table.Th>
              {trends.series.map(({ platform, points }) => {
                const point = points[index]?.metrics[metric];
                return (
                  <Table.Td key={platform} className="tm-number">
                    {point?.value == null ? (
                      <Missing why={briefly(point?.status ?? "not_collected")} />
                    ) : (
                      <>
                        {point.imported && <ImportedSign />}
                        {formatMetric(metric, point.value)}
                      </>
                    )}
                  </Table.Td>
                );
              })}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </section>
  );
}
