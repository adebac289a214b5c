import { Skeleton, Stack } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { lazy, memo, Suspense, useDeferredValue, useMemo, useState } from "react";
import { overviewQuery } from "../api/queries";
import type { Business, Overview } from "../api/types";
import { FilterBar } from "../filters/FilterBar";
import { isNarrowed } from "../filters/narrowing";
import { StandingView, useView } from "../filters/useView";
import { Taken } from "../take/Taken";
import { type Question, questionOf, type Take } from "../take/take";
import { t } from "../text/text";
import { ErrorPanel } from "../ui/ErrorPanel";
import { Later } from "../ui/Later";
import { isEmptyPeriod } from "./cards";
import { EmptyPeriod } from "./EmptyStates";
import { MetricCards, MetricCardsSkeleton } from "./MetricCards";
import { PeriodLine } from "./PeriodLine";

const Panels = lazy(() => import("./Panels"));
const Imports = lazy(() => import("./Imports"));

export function BusinessAnalytics({ business }: { business: Business }) {
  const id = business.business_id;
  const [view] = useView();
  const asked = useQuery(overviewQuery(id, view));
  const { data, isPlaceholderData } = asked;
  // Drawn in slices, so that nobody who does something meanwhile waits for it.
  const { overview, waiting, asks } = useDeferredValue(
    useMemo(
      () => ({ overview: data, waiting: isPlaceholderData, asks: view }),
      [data, isPlaceholderData, view],
    ),
  );
  const [standing, setStanding] = useState(view);
  if (!waiting && standing !== asks) setStanding(asks);
  // The bar follows the numbers.
  const period = useDeferredValue(overview?.period);
  const comparison = useDeferredValue(overview?.comparison);
  const question = useMemo(
    () => questionOf("/analytics/overview", overviewQuery(id, standing)),
    [id, standing],
  );
  const failed = asked.isError && !overview;
  const hasData =
    overview === undefined || overview.data_extent !== null || view.as_of !== undefined || isNarrowed(view);
  // Whoever imports the first file sees what became of it, beside the numbers that it brought.
  const [beginning, setBeginning] = useState(false);
  if (!hasData && !beginning) setBeginning(true);

  return (
    <Stack gap="lg">
      {hasData && <FilterBar business={id} period={period} comparison={comparison} />}
      {failed && (
        <ErrorPanel what={t("The overview")} error={asked.error} retry={() => void asked.refetch()} />
      )}
      {!overview && !failed && <FiguresSkeleton />}
      {overview && hasData && (
        <StandingView value={standing}>
          <Figures overview={overview} waiting={waiting} question={question} />
        </StandingView>
      )}
      {beginning && (
        <Suspense fallback={<Skeleton className="tm-screen-only" height={223} radius="lg" />}>
          <Imports business={business} first={!hasData} />
        </Suspense>
      )}
    </Stack>
  );
}

interface FiguresProps {
  overview: Overview;
  waiting: boolean;
  question: Question;
}

/** Everything about one period. */
export const Figures = memo(function Figures({ overview, waiting, question }: FiguresProps) {
  if (isEmptyPeriod(overview)) return <EmptyPeriod overview={overview} />;
  const { period, definitions } = overview;
  const figures: Take = {
    question,
    parts: ["metrics", "engagement", "rates", "followers", "published.posts"],
    period,
    definitions,
    picture: async () => (await import("./figuresPicture")).figuresPicture(overview),
  };
  return (
    <>
      <Stack gap="sm" component="section" aria-label={t("Figures")}>
        <Taken title={t("Figures")} take={figures}>
          <PeriodLine overview={overview} />
        </Taken>
        <MetricCards overview={overview} waiting={waiting} />
      </Stack>
      <Later fallback={<PanelsSkeleton />}>
        <Suspense fallback={<PanelsSkeleton />}>
          <Below overview={overview} question={question} />
        </Suspense>
      </Later>
    </>
  );
});

/** What stands below the numbers follows them: it asks, and is drawn anew, once those of another view are there. */
function Below(now: { overview: Overview; question: Question }) {
  const [view] = useView();
  const overview = useDeferredValue(now.overview);
  const question = useDeferredValue(now.question);
  const standing = useDeferredValue(view);
  return useMemo(() => {
    const { period, definitions } = overview;
    return (
      <StandingView value={standing}>
        <Panels overview={overview} platforms={{ question, parts: ["platforms"], period, definitions }} />
      </StandingView>
    );
  }, [overview, question, standing]);
}

/** The geometry of what will stand here, so that nothing jumps. */
export function FiguresSkeleton() {
  return (
    <Stack gap="sm" role="status" aria-label={t("Loading the numbers")}>
      <Skeleton height={40} />
      <MetricCardsSkeleton />
      <PanelsSkeleton />
    </Stack>
  );
}

/** About as high as the panels, so that what comes after them is not taken for near. */
function PanelsSkeleton() {
  return (
    <Stack gap="lg">
      <Skeleton height={508} radius="lg" />
      <Skeleton height={198} radius="lg" />
      <Skeleton height={133} radius="lg" />
      <Skeleton height={566} radius="lg" />
    </Stack>
  );
}
