import { Skeleton, Stack } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { type Report, reportAnswersQuery, reportChangesQuery, reportQuery } from "../api/reports";
import type { Business } from "../api/types";
import { REPORTS } from "../auth/returnTo";
import { t } from "../text/text";
import { ErrorPanel } from "../ui/ErrorPanel";
import { Repeating } from "./Repeating";
import { ReportActions } from "./ReportActions";
import { ReportPaper } from "./ReportPaper";
import type { ReportsSearch } from "./search";

interface Props {
  business: Business;
  id: number;
  onGo: (to: Omit<ReportsSearch, "business">) => void;
}

/** A report with what can be done with it. An open one shows what is known now, a closed one what it keeps. */
export function ReportOfBusiness({ business, id, onGo }: Props) {
  const report = useQuery(reportQuery(business.business_id, id));
  if (report.isError) {
    return <ErrorPanel what={t("The report")} error={report.error} retry={() => void report.refetch()} />;
  }
  return (
    <Stack gap="md">
      <Link to={REPORTS} search={{ business: business.business_id }} className="tm-link tm-report-tools">
        {t("All reports")}
      </Link>
      {report.isPending ? (
        <Skeleton height={420} radius="lg" role="status" aria-label={t("Loading the report")} />
      ) : (
        <>
          <ReportActions business={business} report={report.data} onGo={onGo} />
          <Repeating business={business} report={id} />
          {report.data.answers ? (
            <Closed business={business} report={report.data} />
          ) : (
            <Open business={business} report={report.data} />
          )}
        </>
      )}
    </Stack>
  );
}

function Open({ business, report }: { business: Business; report: Report }) {
  const answers = useQuery(reportAnswersQuery(report.business_id, report.report_id));
  if (answers.isError) {
    return (
      <ErrorPanel
        what={t("What the panels say")}
        error={answers.error}
        retry={() => void answers.refetch()}
      />
    );
  }
  return answers.isPending ? (
    <Skeleton height={420} radius="lg" role="status" aria-label={t("Loading what the panels say")} />
  ) : (
    <ReportPaper business={business} report={report} answers={answers.data} />
  );
}

function Closed({ business, report }: { business: Business; report: Report }) {
  const changes = useQuery(reportChangesQuery(report.business_id, report.report_id));
  return (
    <>
      {changes.isError && (
        <ErrorPanel
          what={t("What has changed since")}
          error={changes.error}
          retry={() => void changes.refetch()}
        />
      )}
      <ReportPaper
        business={business}
        report={report}
        answers={report.answers ?? {}}
        changes={changes.data}
      />
    </>
  );
}
