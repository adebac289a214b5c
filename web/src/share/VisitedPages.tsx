import { Button, Skeleton, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { audienceQuery } from "../api/audience";
import { overviewQuery } from "../api/queries";
import { reportQuery } from "../api/reports";
import type { Visit } from "../api/shares";
import { whyQuery } from "../api/why";
import { AudienceFigures } from "../audience/AudienceOfBusiness";
import { VISIT } from "../auth/returnTo";
import { Figures, FiguresSkeleton } from "../overview/BusinessAnalytics";
import { ReportPaper } from "../reports/ReportPaper";
import { questionOf } from "../take/take";
import { t } from "../text/text";
import { ErrorPanel } from "../ui/ErrorPanel";
import { formatSpan } from "../ui/format";
import { Explanation } from "../why/WhyOfBusiness";

const route = getRouteApi(VISIT);

interface Props {
  business: number;
}

/** The figures without what changes them. The server puts in the period and the filters that were shared. */
export function VisitedAnalytics({ business }: Props) {
  const query = overviewQuery(business, route.useSearch());
  const overview = useQuery(query);
  if (overview.isError) {
    return (
      <ErrorPanel what={t("The overview")} error={overview.error} retry={() => void overview.refetch()} />
    );
  }
  return overview.isPending ? (
    <FiguresSkeleton />
  ) : (
    <Figures overview={overview.data} waiting={false} question={questionOf("/analytics/overview", query)} />
  );
}

export function VisitedAudience({ business }: Props) {
  const query = audienceQuery(business, route.useSearch());
  const audience = useQuery(query);
  if (audience.isError) {
    return (
      <ErrorPanel what={t("The audience")} error={audience.error} retry={() => void audience.refetch()} />
    );
  }
  if (audience.isPending)
    return <Skeleton height={420} role="status" aria-label={t("Loading the audience")} />;
  return audience.data.accounts.length === 0 ? (
    <Text>{t("No followers are on record.")}</Text>
  ) : (
    <>
      <Text fw={600} size="sm">
        {formatSpan(audience.data)}
      </Text>
      <AudienceFigures audience={audience.data} question={questionOf("/analytics/audience", query)} />
    </>
  );
}

export function VisitedWhy({ business }: Props) {
  const query = whyQuery(business, route.useSearch());
  const why = useQuery(query);
  if (why.isError) {
    return <ErrorPanel what={t("The explanation")} error={why.error} retry={() => void why.refetch()} />;
  }
  return why.isPending ? (
    <Skeleton height={320} radius="lg" role="status" aria-label={t("Loading the explanation")} />
  ) : (
    <Explanation why={why.data} question={questionOf("/analytics/why", query)} />
  );
}

/** A closed report, with the numbers that it keeps. */
export function VisitedReport({ visit }: { visit: Visit }) {
  const id = Number(new URLSearchParams(visit.search).get("report"));
  const report = useQuery(reportQuery(visit.business.business_id, id));
  if (report.isError) {
    return <ErrorPanel what={t("The report")} error={report.error} retry={() => void report.refetch()} />;
  }
  return report.isPending ? (
    <Skeleton height={420} radius="lg" role="status" aria-label={t("Loading the report")} />
  ) : (
    <>
      <div className="tm-report-tools">
        <Button variant="default" size="sm" onClick={() => window.print()}>
          {t("Print or save as PDF")}
        </Button>
      </div>
      <ReportPaper business={visit.business} report={report.data} answers={report.data.answers ?? {}} />
    </>
  );
}
