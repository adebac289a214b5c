import { Anchor, List, Stack, Table, Text } from "@mantine/core";
import { address } from "../api/client";
import type { Import, Reject, StatedTotal } from "../api/types";
import { inLanguage } from "../text/language";
import { spoken } from "../text/said";
import { plural, t } from "../text/text";
import { DASH, formatMetric, formatSpan } from "../ui/format";
import { figureName } from "../ui/names";
import { ProblemAlert } from "./ProblemAlert";
import { accountsInWords, outcomeInWords, storedInWords } from "./words";

/** What became of every row of a file. */
export function ImportResult({ result }: { result: Import }) {
  if (result.status === "failed") {
    return <ProblemAlert problem={result.problem ?? {}} title={t("Not imported")} />;
  }
  const { period, stored } = result;
  const accounts = accountsInWords(result);
  const totals = result.totals ?? [];
  const rejects = result.rejects ?? [];
  const warnings = result.warnings ?? [];
  const storedText =
    stored && result.status === "done" && !result.dry_run ? storedInWords(stored) : undefined;
  return (
    <Stack gap="sm" data-testid="import-result">
      <Text size="sm" className="tm-break">
        {outcomeInWords(result)}
        {storedText && ` ${storedText}`}
        {result.dry_run && ` ${t("Nothing is stored yet.")}`}
      </Text>
      {(accounts || period) && (
        <Text size="sm" c="dimmed">
          {accounts}
          {accounts && period && ". "}
          {period && t("Covers {period}.", { period: formatSpan(period) })}
        </Text>
      )}
      {warnings.length > 0 && (
        <div>
          <Text size="sm" fw={600}>
            {t("Worth knowing")}
          </Text>
          <List size="sm" data-testid="import-warnings">
            {warnings.map((warning, index) => (
              <List.Item key={warning}>{spoken(warning, result.warnings_said?.[index])}</List.Item>
            ))}
          </List>
        </div>
      )}
      {totals.length > 0 && <Totals totals={totals} />}
      {rejects.length > 0 && <Rejects rejects={rejects} />}
      {rejects.length > 0 && (
        <Anchor
          size="sm"
          href={address(`/imports/${result.import_id}/rejects`, {
            business_id: result.business_id,
            language: inLanguage().language,
          })}
          download
        >
          {plural(
            result.rows?.rejected ?? rejects.length,
            "Download all {n} rejected row (CSV)",
            "Download all {n} rejected rows (CSV)",
          )}
        </Anchor>
      )}
    </Stack>
  );
}

function Totals({ totals }: { totals: StatedTotal[] }) {
  return (
    <Table className="tm-stack" data-testid="import-totals" captionSide="top">
      <Table.Caption ta="left" mt={0}>
        {t(
          "Totals that the file states, beside the sum of its rows. They are kept apart and never added to the numbers.",
        )}
      </Table.Caption>
      <Table.Thead>
        <Table.Tr>
          <Table.Th scope="col">{t("Total")}</Table.Th>
          <Table.Th scope="col" className="tm-number">
            {t("The file says")}
          </Table.Th>
          <Table.Th scope="col" className="tm-number">
            {t("Its rows add up to")}
          </Table.Th>
          <Table.Th scope="col" className="tm-number">
            {t("Difference")}
          </Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {totals.map((total) => (
          <Table.Tr key={`${total.part} ${total.metric}`}>
            <Table.Th scope="row" fw={500}>
              {figureName(total.metric)}
              {total.part && ` (${total.part})`}
            </Table.Th>
            <Table.Td className="tm-number" data-label={t("The file says")}>
              {formatMetric(total.metric, total.stated)}
            </Table.Td>
            <Table.Td className="tm-number" data-label={t("Its rows add up to")}>
              {orDash(total.metric, total.sum_of_rows)}
            </Table.Td>
            <Table.Td className="tm-number" data-label={t("Difference")}>
              {orDash(total.metric, total.difference)}
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}

function Rejects({ rejects }: { rejects: Reject[] }) {
  return (
    <Table className="tm-stack" data-testid="import-rejects" captionSide="top">
      <Table.Caption ta="left" mt={0}>
        {t("Rows that were not taken, and why")}
      </Table.Caption>
      <Table.Thead>
        <Table.Tr>
          <Table.Th scope="col">{t("Where")}</Table.Th>
          <Table.Th scope="col">{t("Why")}</Table.Th>
          <Table.Th scope="col">{t("What the file says")}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {rejects.map((reject) => (
          <Table.Tr key={`${reject.part} ${reject.row} ${reject.column} ${reject.text}`}>
            <Table.Th scope="row" fw={500}>
              {place(reject)}
            </Table.Th>
            <Table.Td data-label={t("Why")}>{spoken(reject.reason, reject.reason_said)}</Table.Td>
            <Table.Td data-label={t("What the file says")} className="tm-break">
              {reject.text ?? DASH}
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}

function place({ part, row, column }: Reject): string {
  const words = [part, row !== null && t("row {row}", { row: String(row) }), column].filter(Boolean);
  return words.length > 0 ? words.join(", ") : t("The file");
}

function orDash(metric: string, value: number | null): string {
  return value === null ? DASH : formatMetric(metric, value);
}
