import { Button, Group, Table, Text } from "@mantine/core";
import { lazy, Suspense, useState } from "react";
import type { Import } from "../api/types";
import { t, tell } from "../text/text";
import { DASH, formatInstant, formatSpan } from "../ui/format";
import { accountsInWords, IMPORT_STATUS } from "./words";

interface Props {
  imports: Import[];
  timeZone: string;
}

const DetailsDialog = lazy(() =>
  import("./DetailsDialog").then((module) => ({ default: module.DetailsDialog })),
);
const UndoDialog = lazy(() => import("./UndoDialog").then((module) => ({ default: module.UndoDialog })));

const SHOWN_AT_FIRST = 8;

export function ImportList({ imports, timeZone }: Props) {
  const [all, setAll] = useState(false);
  const [undoing, setUndoing] = useState<Import | null>(null);
  const [said, setSaid] = useState("");
  const [reading, setReading] = useState<Import | null>(null);
  const shown = all ? imports : imports.slice(0, SHOWN_AT_FIRST);

  return (
    <>
      <Table className="tm-stack" verticalSpacing="xs">
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">{t("File")}</Table.Th>
            <Table.Th scope="col">{t("Status")}</Table.Th>
            <Table.Th scope="col">{t("Account")}</Table.Th>
            <Table.Th scope="col">{t("Period")}</Table.Th>
            <Table.Th scope="col">{t("Imported")}</Table.Th>
            <Table.Th scope="col">
              <span className="tm-unseen">{t("Actions")}</span>
            </Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {shown.map((one) => (
            <Table.Tr key={one.import_id} data-testid="import-row">
              <Table.Th scope="row" fw={500} className="tm-break">
                {one.file}
              </Table.Th>
              <Table.Td data-label={t("Status")}>
                <Status of={one} />
              </Table.Td>
              <Table.Td data-label={t("Account")}>{accountsInWords(one) || DASH}</Table.Td>
              <Table.Td data-label={t("Period")}>{one.period ? formatSpan(one.period) : DASH}</Table.Td>
              <Table.Td data-label={t("Imported")}>
                {one.recorded_at ? formatInstant(one.recorded_at, timeZone) : DASH}
              </Table.Td>
              <Table.Td data-label="">
                <Group gap={6} justify="flex-end" wrap="nowrap">
                  <Button
                    size="compact-sm"
                    variant="subtle"
                    aria-label={t("Details of {file}", { file: one.file })}
                    onClick={() => setReading(one)}
                  >
                    {t("Details")}
                  </Button>
                  {one.status === "done" && !one.dry_run && (
                    <Button
                      size="compact-sm"
                      variant="default"
                      aria-label={t("Undo the import of {file}", { file: one.file })}
                      onClick={() => setUndoing(one)}
                    >
                      {t("Undo")}
                    </Button>
                  )}
                </Group>
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      {imports.length > shown.length && (
        <Button variant="subtle" size="sm" mt="xs" onClick={() => setAll(true)}>
          {t("Show all {count} imports", { count: imports.length })}
        </Button>
      )}
      <div className="tm-unseen" role="status">
        {said}
      </div>
      <Suspense>
        {undoing && (
          <UndoDialog
            of={undoing}
            onClose={() => setUndoing(null)}
            onUndone={() => setSaid(t("The import of {file} was undone.", { file: undoing.file }))}
          />
        )}
        {reading && <DetailsDialog of={reading} onClose={() => setReading(null)} />}
      </Suspense>
    </>
  );
}

function Status({ of }: { of: Import }) {
  const { text, look } = IMPORT_STATUS[of.status];
  return (
    <span className="tm-status">
      <span className={`tm-badge ${look}`}>{tell(text)}</span>
      {of.rows && of.rows.rejected > 0 && (
        <Text span size="xs" c="dimmed">
          {t("{rejected} rejected", { rejected: of.rows.rejected })}
        </Text>
      )}
    </span>
  );
}
