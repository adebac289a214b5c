import { Table } from "@mantine/core";
import type { Overview, PlatformFigures } from "../api/types";
import { DASH, formatCount, formatPercent } from "../ui/format";
import { Panel } from "../ui/Panel";
import { PlatformLabel } from "../ui/PlatformLabel";
import { whyMissing } from "./explain";

interface Column {
  label: string;
  read: (figures: PlatformFigures) => { text: string | null; why: string };
}

const COLUMNS: Column[] = [
  { label: "Impressions", read: (of) => count(of.metrics?.impressions) },
  { label: "Engagement", read: (of) => count(of.engagement) },
  {
    label: "Engagement rate",
    read: ({ rates }) => {
      const rate = rates?.engagement_rate;
      return {
        text: rate?.value == null ? null : formatPercent(rate.value),
        why: whyMissing(rate?.status ?? "not_collected", rate?.reason),
      };
    },
  },
  {
    label: "Followers",
    read: ({ followers }) => ({
      text: followers?.value == null ? null : formatCount(followers.value),
      why: "No account reported its followers.",
    }),
  },
  {
    label: "Posts",
    read: ({ published }) => ({
      text: published?.posts?.value == null ? null : formatCount(published.posts.value),
      why: "Posts are not known for this period.",
    }),
  },
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
    <span className="tm-note" title={why}>
      <span aria-hidden="true">{DASH}</span>
      <span className="tm-unseen">No value: {why}</span>
    </span>
  );
}

function count(
  figure:
    | { value: number | null; status: Parameters<typeof whyMissing>[0]; reason?: string | null }
    | undefined,
) {
  return {
    text: figure?.value == null ? null : formatCount(figure.value),
    why: whyMissing(figure?.status ?? "not_collected", figure?.reason),
  };
}
