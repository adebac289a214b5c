import { Table } from "@mantine/core";
import type { Metric, TrendPoint } from "../api/types";
import { figureName } from "../ui/names";
import { pointNotes, pointText } from "./points";

export function TrendTable({ points, metric }: { points: TrendPoint[]; metric: Metric }) {
  return (
    // Focusable, so that it can be scrolled with the keyboard.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region has to take the focus
    <section className="tm-scroll" tabIndex={0} aria-label={`${figureName(metric)} per day`}>
      <Table stickyHeader data-testid="trend-table">
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">Day</Table.Th>
            <Table.Th scope="col" className="tm-number">
              {figureName(metric)}
            </Table.Th>
            <Table.Th scope="col">Note</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {points.map((point) => {
            const { date, value } = pointText(point, metric);
            return (
              <Table.Tr key={point.date}>
                <Table.Th scope="row" fw={400}>
                  {date}
                </Table.Th>
                <Table.Td className="tm-number">{value}</Table.Td>
                <Table.Td c="dimmed">{pointNotes(point.metrics[metric])}</Table.Td>
              </Table.Tr>
            );
          })}
        </Table.Tbody>
      </Table>
    </section>
  );
}
