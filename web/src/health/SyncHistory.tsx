import { Skeleton, Table, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { runsQuery, type SyncRun } from "../api/health";
import type { Business } from "../api/types";
import { spoken } from "../text/said";
import { t } from "../text/text";
import { ErrorPanel } from "../ui/ErrorPanel";
import { formatCount, formatInstant } from "../ui/format";
import { faultInWords, outcomeInWords } from "./words";

interface Props {
  business: Business;
  account: number;
  of: string;
}

const LOOK = { done: " tm-badge-good", partly: "", failed: " tm-badge-bad" } as const;

/** What the newest runs over an account came to. */
export function SyncHistory({ business, account, of }: Props) {
  const runs = useQuery(runsQuery(business.business_id, account));
  if (runs.isError) {
    return <ErrorPanel what={t("The sync history")} error={runs.error} retry={() => void runs.refetch()} />;
  }
  if (runs.isPending)
    return <Skeleton height={120} mt="md" role="status" aria-label={t("Loading the history")} />;
  if (runs.data.length === 0) {
    return (
      <Text size="sm" mt="md">
        {t("There was no run in the last 90 days.")}
      </Text>
    );
  }
  const label = t("The newest runs over {name}", { name: of });
  return (
    // Focusable, so that it can be scrolled with the keyboard.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region has to take the focus
    <section className="tm-scroll tm-history" tabIndex={0} aria-label={label}>
      <Table className="tm-stack" stickyHeader verticalSpacing={6} data-testid="sync-history">
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">{t("When")}</Table.Th>
            <Table.Th scope="col">{t("Outcome")}</Table.Th>
            <Table.Th scope="col" className="tm-number">
              {t("Calls")}
            </Table.Th>
            <Table.Th scope="col" className="tm-number">
              {t("Posts found")}
            </Table.Th>
            <Table.Th scope="col" className="tm-number">
              {t("Posts read")}
            </Table.Th>
            <Table.Th scope="col" className="tm-number">
              {t("Days read")}
            </Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {runs.data.map((run) => (
            <Row key={run.run_id} run={run} zone={business.time_zone} />
          ))}
        </Table.Tbody>
      </Table>
    </section>
  );
}

function Row({ run, zone }: { run: SyncRun; zone: string }) {
  return (
    <Table.Tr>
      <Table.Th scope="row" fw={500}>
        {formatInstant(run.started_at, zone)}
      </Table.Th>
      <Table.Td data-label={t("Outcome")}>
        <div>
          <span className={`tm-badge${LOOK[run.outcome]}`}>{outcomeInWords(run.outcome)}</span>
          {run.fault && <div className="tm-break">{faultInWords(run.fault)}</div>}
          {run.said && <div className="tm-note tm-break">{spoken(run.said, run.said_said)}</div>}
        </div>
      </Table.Td>
      <Table.Td data-label={t("Calls")} className="tm-number">
        {formatCount(run.calls)}
      </Table.Td>
      <Table.Td data-label={t("Posts found")} className="tm-number">
        {formatCount(run.posts_found)}
      </Table.Td>
      <Table.Td data-label={t("Posts read")} className="tm-number">
        {formatCount(run.posts_read)}
      </Table.Td>
      <Table.Td data-label={t("Days read")} className="tm-number">
        {formatCount(run.days_read)}
      </Table.Td>
    </Table.Tr>
  );
}
