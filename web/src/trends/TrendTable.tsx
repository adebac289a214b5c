import { Table } from "@mantine/core";
import type { Note } from "../api/notes";
import type { Metric, TrendMarker, TrendPoint } from "../api/types";
import { notesOn, textsOn } from "../notes/marks";
import { t } from "../text/text";
import { DASH } from "../ui/format";
import { figureName } from "../ui/names";
import { dayText, pointNotes, pointText } from "./points";
import { type Overlay, overlayNotes, withForecast } from "./usual";

interface Props {
  points: TrendPoint[];
  metric: Metric;
  overlay?: Overlay | undefined;
  notes: Note[];
  breaks: TrendMarker[];
}

export default function TrendTable({ points, metric, overlay, notes, breaks }: Props) {
  const dates = points.map(({ date }) => date);
  const ahead = overlay ? withForecast(dates, overlay).slice(dates.length) : [];
  const perDay = t("{metric} per day", { metric: figureName(metric) });
  return (
    // Focusable, so that it can be scrolled with the keyboard.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region has to take the focus
    <section className="tm-scroll" tabIndex={0} aria-label={perDay}>
      <Table stickyHeader data-testid="trend-table">
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">{t("Day")}</Table.Th>
            <Table.Th scope="col" className="tm-number">
              {figureName(metric)}
            </Table.Th>
            <Table.Th scope="col">{t("Note |about a figure")}</Table.Th>
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
                <Table.Td c="dimmed">
                  {[toKnow(point, metric, overlay, notes), ...textsOn(breaks, point.date)]
                    .filter(Boolean)
                    .join(", ")}
                </Table.Td>
              </Table.Tr>
            );
          })}
          {ahead.map((date) => (
            <Table.Tr key={date} data-testid="trend-forecast-row">
              <Table.Th scope="row" fw={400}>
                {dayText(date)}
              </Table.Th>
              <Table.Td className="tm-number">{DASH}</Table.Td>
              <Table.Td c="dimmed">{overlay && overlayNotes(overlay, metric, date).join(", ")}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </section>
  );
}

function toKnow(point: TrendPoint, metric: Metric, overlay: Overlay | undefined, notes: Note[]): string {
  const more = overlay ? overlayNotes(overlay, metric, point.date) : [];
  return [pointNotes(point.metrics[metric]), ...more, ...notesOn(notes, point.date)]
    .filter(Boolean)
    .join(", ");
}
