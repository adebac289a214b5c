import { Table } from "@mantine/core";
import type { Overview, PlatformFigures, ValueStatus } from "../api/types";
import { DASH, formatCount, formatPercent } from "../ui/format";
import { Panel } from "../ui/Panel";
import { PlatformLabel } from "../ui/PlatformLabel";
import { briefly } from "./explain";

interface Cell {
  text: string | null;
  why: string;
}

const COLUMNS: { label: string; read: (figures: PlatformFigures) => Cell }[] = [
  { label: "Impressions", read: (of) => cell(of.metrics?.impressions, formatCount) },
  { label: "Engagement", read: (of) => cell(of.engagement, formatCount) },
  { label: "Engagement rate", read: (of) => cell(of.rates?.engagement_rate, formatPercent) },
  { label: "Followers", read: (of) => cell(of.followers, formatCount) },
  { label: "Posts", read: (of) => cell(of.published?.posts, formatCount) },
];

export function PlatformTable({ overview }: { overview: Overview }) {
  return (
    <Panel title="By platform">
      <Table className="tm-stack" verticalSpacing="xs">
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">Platform</Table.Th>
            {COLUMNS.map(({ label }) => (
              <Table.Th key={label} scope="col" className="tm-number">
                {label}
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
              {COLUMNS.map(({ label, read }) => {
                const { text, why } = read(figures);
                return (
                  <Table.Td key={label} className="tm-number" data-label={label}>
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

function Missing({ why }: { why: string }) {
  return (
    <span className="tm-note">
      <span aria-hidden="true">{DASH} </span>
      {why}
    </span>
  );
}

function cell(
  figure: { value: number | null; status?: ValueStatus } | undefined,
  format: (value: number) => string,
): Cell {
  return {
    text: figure?.value == null ? null : format(figure.value),
    why: briefly(figure?.status ?? "not_collected"),
  };
}
