import { Alert, Button, Group, Skeleton, Table, Text } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { createReport, reportsQuery } from "../api/reports";
import type { Business } from "../api/types";
import { REPORTS } from "../auth/returnTo";
import { t } from "../text/text";
import { ErrorPanel } from "../ui/ErrorPanel";
import { ErrorText } from "../ui/ErrorText";
import { formatInstant, formatSpan } from "../ui/format";
import { Panel } from "../ui/Panel";
import { repeatsInWords } from "./repeats";
import type { ReportsSearch } from "./search";
import { firstContent } from "./words";

interface Props {
  business: Business;
  onGo: (to: Omit<ReportsSearch, "business">) => void;
}

/** The reports of a business, and the way to a new one. */
export function ReportList({ business, onGo }: Props) {
  const id = business.business_id;
  const client = useQueryClient();
  const reports = useQuery(reportsQuery(id));
  const create = useMutation({
    mutationFn: () => createReport(id, firstContent(business.name, new Date())),
    onSuccess: async ({ report_id }) => {
      await client.invalidateQueries({ queryKey: reportsQuery(id).queryKey });
      onGo({ report: report_id, edit: "on" });
    },
  });
  return (
    <Panel
      title={t("Reports for clients")}
      actions={
        <Button size="sm" loading={create.isPending} onClick={() => create.mutate()} data-testid="new-report">
          {t("New report")}
        </Button>
      }
    >
      {create.isError && (
        <Alert color="red" role="alert" title={t("Not begun")} mb="sm">
          <ErrorText error={create.error} />
        </Alert>
      )}
      {reports.isError ? (
        <ErrorPanel what={t("The reports")} error={reports.error} retry={() => void reports.refetch()} />
      ) : reports.isPending ? (
        <Skeleton height={120} role="status" aria-label={t("Loading the reports")} />
      ) : reports.data.length === 0 ? (
        <Text data-testid="no-reports">
          {t(
            "None yet. A report is a period, the panels that you choose, and what you say of them: print it for a client, or share it by a link. Once closed it keeps its numbers.",
          )}
        </Text>
      ) : (
        <Table className="tm-stack" verticalSpacing="xs" data-testid="report-list">
          <Table.Thead>
            <Table.Tr>
              {[t("Report"), t("Period"), t("State"), t("Changed")].map((name) => (
                <Table.Th key={name} scope="col">
                  {name}
                </Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {reports.data.map((report) => (
              <Table.Tr key={report.report_id} data-testid={`report-${report.report_id}`}>
                <Table.Th scope="row">
                  <Group gap="xs">
                    <Link
                      to={REPORTS}
                      search={{ business: id, report: report.report_id }}
                      className="tm-link"
                    >
                      {report.title}
                    </Link>
                  </Group>
                </Table.Th>
                <Table.Td data-label={t("Period")}>{formatSpan(report)}</Table.Td>
                <Table.Td data-label={t("State")}>
                  <div>
                    {report.state === "closed" ? t("Closed") : t("Open |state")}
                    {report.repeats && (
                      <div className="tm-note" data-testid="repeats">
                        {repeatsInWords(report.repeats, Date.now())}
                      </div>
                    )}
                  </div>
                </Table.Td>
                <Table.Td data-label={t("Changed")}>
                  {formatInstant(report.changed_at, business.time_zone)}
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
    </Panel>
  );
}
