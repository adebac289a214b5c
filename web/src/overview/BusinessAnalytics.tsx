import { Skeleton, Stack } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { overviewQuery } from "../api/queries";
import type { Business, Overview } from "../api/types";
import { FilterBar } from "../filters/FilterBar";
import { isNarrowed } from "../filters/narrowing";
import { useView } from "../filters/useView";
import { pickFiles } from "../imports/DropArea";
import { ImportsPanel } from "../imports/ImportsPanel";
import { InsightsPanel } from "../insights/InsightsPanel";
import { FirstSteps } from "../onboarding/FirstSteps";
import { BreakoutsPanel } from "../performance/BreakoutsPanel";
import { HalfLivesPanel } from "../performance/HalfLivesPanel";
import { TopPostsPanel } from "../posts/TopPostsPanel";
import { useEvents } from "../refresh/useEvents";
import { useVisit } from "../share/visit";
import { Taken } from "../take/Taken";
import { type Question, questionOf, type Take } from "../take/take";
import { TrendPanel } from "../trends/TrendPanel";
import { ErrorPanel } from "../ui/ErrorPanel";
import { Later } from "../ui/Later";
import { isEmptyPeriod } from "./cards";
import { EmptyPeriod } from "./EmptyStates";
import { MetricCards, MetricCardsSkeleton } from "./MetricCards";
import { PeriodLine } from "./PeriodLine";
import { PlatformBars } from "./PlatformBars";
import { PlatformTable } from "./PlatformTable";

export function BusinessAnalytics({ business }: { business: Business }) {
  const [view] = useView();
  useEvents(business.business_id);
  const query = overviewQuery(business.business_id, view);
  const overview = useQuery(query);
  const answer = overview.data;
  const hasData =
    answer === undefined || answer.data_extent !== null || view.as_of !== undefined || isNarrowed(view);

  return (
    <Stack gap="lg">
      {hasData && (
        <FilterBar business={business.business_id} period={answer?.period} comparison={answer?.comparison} />
      )}
      {overview.isError && !answer && (
        <ErrorPanel what="The overview" error={overview.error} retry={() => void overview.refetch()} />
      )}
      {overview.isPending && <FiguresSkeleton />}
      {answer && !hasData && <FirstSteps business={business} onImport={pickFiles} />}
      {answer && hasData && (
        <Figures
          overview={answer}
          waiting={overview.isPlaceholderData}
          question={questionOf("/analytics/overview", query)}
        />
      )}
      <div className="tm-screen-only">
        <ImportsPanel business={business} />
      </div>
    </Stack>
  );
}

interface FiguresProps {
  overview: Overview;
  waiting: boolean;
  question: Question;
}

/** Everything about one period; visitors are not shown what is about now. */
export function Figures({ overview, waiting, question }: FiguresProps) {
  const visit = useVisit();
  if (isEmptyPeriod(overview)) return <EmptyPeriod overview={overview} />;
  const { period, definitions } = overview;
  const figures: Take = {
    question,
    parts: ["metrics", "engagement", "rates", "followers", "published.posts"],
    period,
    definitions,
  };
  const platforms: Take = { question, parts: ["platforms"], period, definitions };
  return (
    <>
      <Stack gap="sm" component="section" aria-label="Figures">
        <Taken title="Figures" take={figures}>
          <PeriodLine overview={overview} />
        </Taken>
        <MetricCards overview={overview} waiting={waiting} />
      </Stack>
      <Later fallback={<Skeleton height={430} radius="lg" />}>
        {!visit && <BreakoutsPanel business={overview.business_id} timeZone={overview.period.time_zone} />}
        <InsightsPanel business={overview.business_id} />
        <TrendPanel overview={overview} />
        <TopPostsPanel business={overview.business_id} />
        {!visit && <HalfLivesPanel business={overview.business_id} timeZone={overview.period.time_zone} />}
        {overview.platforms.length > 1 && <PlatformBars platforms={overview.platforms} take={platforms} />}
        {overview.platforms.length > 0 && <PlatformTable overview={overview} take={platforms} />}
      </Later>
    </>
  );
}

/** The geometry of what will stand here, so that nothing jumps. */
export function FiguresSkeleton() {
  return (
    <Stack gap="sm" role="status" aria-label="Loading the numbers">
      <Skeleton height={40} />
      <MetricCardsSkeleton />
      <Skeleton height={430} radius="lg" mt="xs" />
    </Stack>
  );
}
