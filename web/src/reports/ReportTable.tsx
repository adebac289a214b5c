import { Table } from "@mantine/core";
import type { ReactNode } from "react";

interface Props {
  /** The first names the rows; the others are numbers. */
  head: string[];
  rows: { key: string; name: ReactNode; cells: ReactNode[] }[];
}

/** Numbers side by side, on the screen and on paper. */
export function ReportTable({ head, rows }: Props) {
  return (
    <Table className="tm-stack tm-report-table" verticalSpacing={4}>
      <Table.Thead>
        <Table.Tr>
          {head.map((name, at) => (
            <Table.Th key={name} scope="col" className={at > 0 ? "tm-number" : undefined}>
              {name}
            </Table.Th>
          ))}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {rows.map(({ key, name, cells }) => (
          <Table.Tr key={key}>
            <Table.Th scope="row" fw={400}>
              {name}
            </Table.Th>
            {cells.map((cell, at) => (
              <Table.Td key={head[at + 1]} className="tm-number" data-label={head[at + 1]}>
                {cell}
              </Table.Td>
            ))}
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
