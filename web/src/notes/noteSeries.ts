import type { LineSeriesOption } from "echarts/charts";

/** A mark as it stands on the axis of a chart: at days of its own, or at instants. */
interface Placed<P extends string | number> {
  sign: string;
  from: P;
  to: P;
}

/** Marks behind the lines of a chart: a line on one day, a band over several, each with its sign of the list below. */
export function noteSeries<P extends string | number>(
  marks: readonly Placed<P>[],
  colors: { text: string; grid: string },
): LineSeriesOption[] {
  if (marks.length === 0) return [];
  const label = (sign: string) => ({
    show: true,
    formatter: sign,
    color: colors.text,
    fontSize: 12,
    fontWeight: 600,
    position: "end",
    distance: 2,
  });
  return [
    {
      name: "notes",
      type: "line",
      data: [],
      silent: true,
      markLine: {
        silent: true,
        animation: false,
        symbol: "none",
        lineStyle: { color: colors.text, width: 1.5, type: [2, 3] },
        data: marks.map(({ sign, from }) => ({ xAxis: from, label: label(sign) as object })),
      },
      markArea: {
        silent: true,
        animation: false,
        itemStyle: { color: colors.grid, opacity: 0.45 },
        data: marks
          .filter(({ from, to }) => from < to)
          .map(({ from, to }) => [{ xAxis: from }, { xAxis: to }]),
      },
    },
  ];
}
