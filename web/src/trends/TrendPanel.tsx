import { Alert, Button, Group, NativeSelect, Skeleton, Stack, Switch, Text } from "@mantine/core";
import { type UseQueryResult, useQuery } from "@tanstack/react-query";
import { CatchBoundary } from "@tanstack/react-router";
import { lazy, Suspense, useMemo, useState } from "react";
import { trendsQuery } from "../api/queries";
import { canBeAnalysed, type TrendAnalysis, trendAnalysisQuery } from "../api/trendAnalysis";
import { METRICS, type Metric, type Overview, type TrendPoint, type Trends } from "../api/types";
import { useView } from "../filters/useView";
import { ErrorPanel } from "../ui/ErrorPanel";
import { figureName } from "../ui/names";
import { Panel } from "../ui/Panel";
import { Findings } from "./Findings";
import { Legend } from "./Legend";
import { TrendTable } from "./TrendTable";
import { type Overlay, toOverlay } from "./usual";

const TrendChart = lazy(() => import("./TrendChart"));

export function TrendPanel({ overview }: { overview: Overview }) {
  const [view, change] = useView();
  const [asTable, setAsTable] = useState(false);
  const provided = METRICS.filter((metric) => isProvided(overview, metric));
  const metric = view.metric ?? provided[0] ?? "impressions";
  const offered = METRICS.filter((one) => one === metric || provided.includes(one));
  const trends = useQuery(trendsQuery(overview.business_id, view, metric));
  const isUsual = view.usual === "on" && canBeAnalysed(metric);
  const analysis = useQuery({ ...trendAnalysisQuery(overview.business_id, view, metric), enabled: isUsual });
  const overlay = useMemo(
    () => overlayOf(trends.data, isUsual ? analysis.data : undefined),
    [trends.data, analysis.data, isUsual],
  );

  return (
    <Panel
      title="Trend"
      actions={
        <Group gap="xs">
          <NativeSelect
            aria-label="Metric of the trend"
            data={offered.map((one) => ({ value: one, label: figureName(one) }))}
            value={metric}
            onChange={(event) => {
              const chosen = event.currentTarget.value as Metric;
              change((now) => ({ ...now, metric: chosen }));
            }}
          />
          {canBeAnalysed(metric) && (
            <Switch
              label="What is usual"
              checked={isUsual}
              onChange={(event) => {
                const on = event.currentTarget.checked;
                change(({ usual: _usual, ...rest }) => (on ? { ...rest, usual: "on" } : rest));
              }}
            />
          )}
          <Button variant="default" aria-pressed={asTable} onClick={() => setAsTable(!asTable)}>
            Show as table
          </Button>
        </Group>
      }
    >
      {trends.isError ? (
        <ErrorPanel what="The trend" error={trends.error} retry={() => void trends.refetch()} />
      ) : trends.isPending ? (
        <ChartSkeleton />
      ) : (
        <Stack gap="xs">
          {asTable ? (
            <TrendTable points={trends.data.points} metric={metric} overlay={overlay} />
          ) : (
            <Chart points={trends.data.points} metric={metric} overlay={overlay} />
          )}
          {isUsual && <Usual analysis={analysis} trends={trends.data} />}
        </Stack>
      )}
    </Panel>
  );
}

/** A usual range of what happened on days says nothing of posts that stand on the day of their publication. */
function overlayOf(trends: Trends | undefined, analysis: TrendAnalysis | undefined): Overlay | undefined {
  const first = trends?.points[0]?.date;
  const last = trends?.points.at(-1)?.date;
  return analysis && first && last && trends.period.basis === "activity"
    ? toOverlay(analysis, first, last)
    : undefined;
}

function Usual({ analysis, trends }: { analysis: UseQueryResult<TrendAnalysis>; trends: Trends }) {
  if (analysis.isError) {
    return <ErrorPanel what="What is usual" error={analysis.error} retry={() => void analysis.refetch()} />;
  }
  if (analysis.isPending)
    return <Skeleton height={90} role="status" aria-label="Working out what is usual" />;
  return (
    <>
      {trends.period.basis !== "activity" && (
        <Alert variant="light" color="gray" role="note">
          The chart shows posts on the day of their publication. What is usual is told of what happened on
          each day; choose the basis Activity to see both together.
        </Alert>
      )}
      <Findings analysis={analysis.data} />
    </>
  );
}

interface ChartProps {
  points: TrendPoint[];
  metric: Metric;
  overlay: Overlay | undefined;
}

function Chart({ points, metric, overlay }: ChartProps) {
  const reported = points.some((point) => point.metrics[metric]?.value != null);
  if (!reported) {
    return (
      <Text c="dimmed" className="tm-chart" data-testid="trend-empty">
        No day of this period has a value of {figureName(metric).toLowerCase()}. Choose another metric or
        period.
      </Text>
    );
  }
  return (
    <>
      <Legend points={points} metric={metric} overlay={overlay} />
      <CatchBoundary getResetKey={() => metric} errorComponent={ChartFailure}>
        <Suspense fallback={<ChartSkeleton />}>
          <TrendChart points={points} metric={metric} overlay={overlay} />
        </Suspense>
      </CatchBoundary>
    </>
  );
}

/** After the server was updated, an older page finds its chart no longer there; the new page has its own. */
function ChartFailure() {
  return (
    <ErrorPanel
      what="The chart"
      error={new Error("Reload the page, or look at the values as a table.")}
      retry={() => window.location.reload()}
    />
  );
}

function ChartSkeleton() {
  return <Skeleton className="tm-chart" role="status" aria-label="Loading the trend" />;
}

/** Daily values can exist even where a sum over the period cannot, as with reach. */
function isProvided(overview: Overview, metric: Metric): boolean {
  const figure = overview.metrics[metric];
  return figure !== undefined && figure.status !== "not_provided" && figure.status !== "not_permitted";
}
