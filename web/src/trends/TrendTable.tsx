import { Table } from "@mantine/core";
import { t } from "../text/text";
import { DASH, formatMetric } from "../ui/format";
import { figureName } from "../ui/names";
import { averageOf, datesOf, perStretch, previousOf, type Shown, stretchText, tellPlace } from "./shown";

const STRETCH = {
  day: () => t("Day"),
  week: () => t("Week"),
  month: () => t("Month"),
  quarter: () => t("Quarter"),
};

export default function TrendTable({ shown }: { shown: Shown }) {
  const { metric, trends } = shown;
  const hasAverages = trends.averages.length > 0;
  return (
    // Focusable, so that it can be scrolled with the keyboard.
    <section
      className="tm-scroll"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region has to take the focus
      tabIndex={0}
      aria-label={`${figureName(metric)} ${perStretch(trends.granularity)}`}
    >
      <Table stickyHeader data-testid="trend-table">
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">{STRETCH[trends.granularity]()}</Table.Th>
            <Table.Th scope="col" className="tm-number">
              {figureName(metric)}
            </Table.Th>
            {trends.comparison && (
              <>
                <Table.Th scope="col" className="tm-number">
                  {t("Before |days compared with")}
                </Table.Th>
                <Table.Th scope="col">{t("Its days")}</Table.Th>
              </>
            )}
            {hasAverages && (
              <Table.Th scope="col" className="tm-number">
                {t("Mean of 7 days")}
              </Table.Th>
            )}
            <Table.Th scope="col">{t("Note |about a figure")}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {datesOf(shown).map((date, index) => (
            <Row key={date} shown={shown} index={index} hasAverages={hasAverages} />
          ))}
        </Table.Tbody>
      </Table>
    </section>
  );
}

function Row({ shown, index, hasAverages }: { shown: Shown; index: number; hasAverages: boolean }) {
  const told = tellPlace(shown, index);
  const previous = previousOf(shown, index);
  const isAhead = index >= shown.trends.points.length;
  return (
    <Table.Tr data-testid={isAhead ? "trend-forecast-row" : undefined}>
      <Table.Th scope="row" fw={400} className="tm-days">
        {told?.days}
      </Table.Th>
      <Table.Td className="tm-number">{told?.value}</Table.Td>
      {shown.trends.comparison && (
        <>
          <Table.Td className="tm-number">{amount(shown, previous?.value ?? null)}</Table.Td>
          <Table.Td c="dimmed" className="tm-days">
            {previous ? stretchText(previous.days) : DASH}
          </Table.Td>
        </>
      )}
      {hasAverages && <Table.Td className="tm-number">{amount(shown, averageOf(shown, index))}</Table.Td>}
      <Table.Td c="dimmed">{told?.about.join(", ")}</Table.Td>
    </Table.Tr>
  );
}

function amount({ metric }: Shown, value: number | null): string {
  return value === null ? DASH : formatMetric(metric, value);
}
