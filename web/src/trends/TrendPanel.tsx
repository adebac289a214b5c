import { Button, Group, NativeSelect, Skeleton, Stack, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { CatchBoundary } from "@tanstack/react-router";
import { lazy, Suspense, useState } from "react";
import { trendsQuery } from "../api/queries";
import { METRICS, type Metric, type Overview, type TrendPoint } from "../api/types";
import { useView } from "../filters/useView";
import { ErrorPanel } from "../ui/ErrorPanel";
import { figureName } from "../ui/names";
import { Panel } from "../ui/Panel";
import { Legend } from "./Legend";
import { TrendTable } from "./TrendTable";

const TrendChart = lazy(() => import("./TrendChart"));

export function TrendPanel({ overview }: { overview: Overview }) {
  const [view, change] = useView();
  const [asTable, setAsTable] = useState(false);
  const provided = METRICS.filter((metric) => isProvided(overview, metric));
  const metric = view.metric ?? provided[0] ?? "impressions";
  const offered = METRICS.filter((one) => one === metric || provided.includes(one));
  const trends = useQuery(trendsQuery(overview.business_id, view, metric));

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
            <TrendTable points={trends.data.points} metric={metric} />
          ) : (
            <Chart points={trends.data.points} metric={metric} />
          )}
        </Stack>
      )}
    </Panel>
  );
}

function Chart({ points, metric }: { points: TrendPoint[]; metric: Metric }) {
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
      <Legend points={points} metric={metric} />
      <CatchBoundary getResetKey={() => metric} errorComponent={ChartFailure}>
        <Suspense fallback={<ChartSkeleton />}>
          <TrendChart points={points} metric={metric} />
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
