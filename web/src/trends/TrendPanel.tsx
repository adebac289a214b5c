import { Alert, Skeleton, Stack, Text, Title } from "@mantine/core";
import { type UseQueryResult, useQuery } from "@tanstack/react-query";
import { CatchBoundary } from "@tanstack/react-router";
import { lazy, Suspense, useCallback, useMemo, useState } from "react";
import { trendsQuery } from "../api/queries";
import { canBeAnalysed, type TrendAnalysis, trendAnalysisQuery } from "../api/trendAnalysis";
import {
  type DateSpan,
  type Overview,
  TREND_FIGURES,
  type TrendFigure,
  type TrendMarker,
  type Trends,
} from "../api/types";
import { useView } from "../filters/useView";
import { withPeriod } from "../filters/view";
import { NoteList } from "../notes/NoteList";
import { useNotes } from "../notes/useNotes";
import { useVisit } from "../share/visit";
import { Taken } from "../take/Taken";
import { questionOf, type Take } from "../take/take";
import { inSentence, t } from "../text/text";
import { drawnWhenNear } from "../ui/drawnWhenNear";
import { ErrorPanel } from "../ui/ErrorPanel";
import { figureName } from "../ui/names";
import { Panel } from "../ui/Panel";
import { Breaks } from "./Breaks";
import { figureOf, isProvided, trendFigure } from "./figure";
import { Legend } from "./Legend";
import { toldMarkers } from "./restatements";
import { SmallTrend } from "./SmallTrend";
import type { Shown } from "./shown";
import { TrendControls } from "./TrendControls";
import { useSwipedFigures } from "./useSwipedFigures";
import { type Overlay, toOverlay } from "./usual";

const NO_BREAKS: TrendMarker[] = [];

const Findings = lazy(() => import("./Findings"));
const TrendChart = drawnWhenNear(() => import("./TrendChart"));
const TrendTable = lazy(() => import("./TrendTable"));

export function TrendPanel({ overview }: { overview: Overview }) {
  const [view, change] = useView();
  const [asTable, setAsTable] = useState(false);
  const metric = trendFigure(overview, view);
  const offered = TREND_FIGURES.filter((one) => one === metric || isProvided(overview, one));
  const query = trendsQuery(overview.business_id, view, metric);
  const trends = useQuery(query);
  const visit = useVisit();
  const notes = useNotes(overview.business_id, overview.period);
  const markers = trends.data?.markers ?? NO_BREAKS;
  const basis = trends.data?.period.basis;
  const breaks = useMemo(() => toldMarkers(markers, basis), [markers, basis]);
  // Usual days are told of days.
  const isUsual = view.usual === "on" && view.granularity === undefined && canBeAnalysed(metric);
  const analysed = trendAnalysisQuery(overview.business_id, view, metric);
  const analysis = useQuery({ ...analysed, enabled: isUsual });
  const overlay = useMemo(
    () => overlayOf(trends.data, isUsual ? analysis.data : undefined),
    [trends.data, analysis.data, isUsual],
  );
  const shown = useMemo(
    () => trends.data && { metric, trends: trends.data, overlay, notes, breaks },
    [trends.data, metric, overlay, notes, breaks],
  );
  const { swipe, said } = useSwipedFigures(overview, metric);
  const zoom = useCallback((days: DateSpan) => change((now) => withPeriod(now, days)), [change]);

  return (
    <Panel
      title={t("Trend")}
      take={{
        question: questionOf("/analytics/trends", query),
        parts: partsOf(trends.data, breaks),
        period: trends.data?.period,
        definitions: overview.definitions,
        picture:
          shown &&
          (async () => (await import("./trendPicture")).trendPicture(shown, meaningOf(overview, metric))),
      }}
      actions={<TrendControls metric={metric} offered={offered} asTable={asTable} onTable={setAsTable} />}
    >
      <span className="tm-unseen" role="status" data-testid="trend-swiped">
        {said}
      </span>
      {trends.isError ? (
        <ErrorPanel what={t("The trend")} error={trends.error} retry={() => void trends.refetch()} />
      ) : trends.isPending || !shown ? (
        <ChartSkeleton />
      ) : (
        <Stack gap="xs" className={trends.isPlaceholderData ? "tm-waiting" : undefined}>
          {asTable ? (
            <Suspense fallback={<ChartSkeleton />}>
              <TrendTable shown={shown} />
            </Suspense>
          ) : (
            <div className="tm-swiped" {...swipe}>
              <Chart shown={shown} zoom={visit ? undefined : zoom} />
            </div>
          )}
          <Breaks breaks={breaks} period={trends.data.period} leftOut={trends.data.restatements_left_out} />
          {!visit && <NoteList business={overview.business_id} notes={notes} day={overview.period.to} />}
          {isUsual && (
            <Usual
              analysis={analysis}
              trends={trends.data}
              take={{
                question: questionOf("/analytics/trends/analysis", analysed),
                period: analysis.data?.period,
                definitions: overview.definitions,
              }}
            />
          )}
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

interface UsualProps {
  analysis: UseQueryResult<TrendAnalysis>;
  trends: Trends;
  take: Take;
}

function Usual({ analysis, trends, take }: UsualProps) {
  if (analysis.isError) {
    return (
      <ErrorPanel what={t("What is usual")} error={analysis.error} retry={() => void analysis.refetch()} />
    );
  }
  const pending = <Skeleton height={90} role="status" aria-label={t("Working out what is usual")} />;
  if (analysis.isPending) return pending;
  return (
    <>
      {trends.period.basis !== "activity" && (
        <Alert variant="light" color="gray" role="note">
          {t(
            "The chart shows posts on the day of their publication. What is usual is told of what happened on each day; choose the basis Activity to see both together.",
          )}
        </Alert>
      )}
      <Taken title={t("What is usual")} take={take}>
        <Title order={3} size="h6">
          {t("What is usual")}
        </Title>
      </Taken>
      <Suspense fallback={pending}>
        <Findings analysis={analysis.data} />
      </Suspense>
    </>
  );
}

interface ChartProps {
  shown: Shown;
  zoom: ((days: DateSpan) => void) | undefined;
}

function Chart({ shown, zoom }: ChartProps) {
  const { metric, trends } = shown;
  const reported = trends.points.some((point) => point.metrics[metric]?.value != null);
  if (!reported) {
    return (
      <Text c="dimmed" className="tm-chart" data-testid="trend-empty">
        {t("No day of this period has a value of {metric}. Choose another metric or period.", {
          metric: inSentence(figureName(metric)),
        })}
      </Text>
    );
  }
  return (
    <>
      <Legend shown={shown} canZoom={zoom !== undefined && trends.points.length > 1} />
      <CatchBoundary getResetKey={() => metric} errorComponent={ChartFailure}>
        <TrendChart
          fallback={<ChartSkeleton />}
          onPaper={<Drawing shown={shown} />}
          shown={shown}
          zoom={zoom}
        />
      </CatchBoundary>
    </>
  );
}

/** The line alone, for paper that cannot wait for the chart. */
function Drawing({ shown: { metric, trends } }: { shown: Shown }) {
  return (
    <div className="tm-drawing" data-testid="trend-drawing">
      <SmallTrend
        points={trends.points}
        metric={metric}
        name={figureName(metric)}
        fromZero={metric !== "followers"}
      />
    </div>
  );
}

/** What of the answer the panel shows. */
function partsOf(trends: Trends | undefined, breaks: TrendMarker[]): string[] {
  return [
    "points",
    ...(trends?.comparison ? ["previous"] : []),
    ...(trends && trends.averages.length > 0 ? ["averages"] : []),
    ...(breaks.length > 0 ? ["markers"] : []),
  ];
}

/** For a picture, which has no (i) to open. */
function meaningOf(overview: Overview, metric: TrendFigure): string[] {
  const named = figureOf(overview, metric)?.definition;
  const definition = named && overview.definitions[named];
  return [
    ...(definition ? [`${figureName(metric)}: ${definition}`] : []),
    overview.period.basis === "activity"
      ? t("Counted on the day on which it happened.")
      : t("Posts stand on the day of their publication, with what they have now."),
  ];
}

/** After the server was updated, an older page finds its chart no longer there; the new page has its own. */
function ChartFailure() {
  return (
    <ErrorPanel
      what={t("The chart")}
      error={new Error(t("Reload the page, or look at the values as a table."))}
      retry={() => window.location.reload()}
    />
  );
}

function ChartSkeleton() {
  return <Skeleton className="tm-chart" role="status" aria-label={t("Loading the trend")} />;
}
