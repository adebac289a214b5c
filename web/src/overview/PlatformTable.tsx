import { Table } from "@mantine/core";
import type { Overview } from "../api/types";
import type { Take } from "../take/take";
import { t } from "../text/text";
import { Missing } from "../ui/Missing";
import { Panel } from "../ui/Panel";
import { PlatformLabel } from "../ui/PlatformLabel";
import { ColumnInfo } from "./ColumnInfo";
import { COLUMNS, columnName } from "./platformFigures";

/** The default export of a lazy chunk: the library's tables bring more along than the rest of the panels. */
export default function PlatformTable({ overview, take }: { overview: Overview; take: Take }) {
  return (
    <Panel title={t("By platform")} take={take}>
      <Table className="tm-stack" verticalSpacing="xs">
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">{t("Platform")}</Table.Th>
            {COLUMNS.map(({ key }) => (
              <Table.Th key={key} scope="col" className="tm-number">
                {columnName(key)}
                <ColumnInfo label={columnName(key)} figure={key} definitions={overview.definitions} />
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {overview.platforms.map((figures) => (
            <Table.Tr key={figures.platform} data-testid={`platform-${figures.platform}`}>
              <Table.Th scope="row">
                <PlatformLabel platform={figures.platform} />
              </Table.Th>
              {COLUMNS.map(({ key, read }) => {
                const { text, why } = read(figures);
                return (
                  <Table.Td key={key} className="tm-number" data-label={columnName(key)}>
                    {text ?? <Missing why={why} />}
                  </Table.Td>
                );
              })}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Panel>
  );
}
