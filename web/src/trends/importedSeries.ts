import type { LineSeriesOption } from "echarts/charts";
import type { ChartColors } from "./chartOption";
import { dotsOf } from "./dots";
import { quiet } from "./overlaySeries";
import type { Series } from "./series";

/** About what the labels of the axis take. */
const AXIS = 60;

/**
 * Hollow dots on the line of a metric where an export file is behind it.
 *
 * @param values all along the chart
 * @param places how many there are along the chart, those of a forecast included
 * @param width of the chart in pixels, asked for whenever it is drawn
 */
export function importedSeries(
  { imported, has }: Series,
  values: (number | null)[],
  places: number,
  colors: ChartColors,
  width: () => number,
): LineSeriesOption[] {
  if (!has.imported) return [];
  const dots = () => new Set(dotsOf(imported, (width() - AXIS) / Math.max(1, places - 1)));
  let shown = { at: Number.NaN, dots: new Set<number>() };
  const isDot = (index: number) => {
    if (shown.at !== width()) shown = { at: width(), dots: dots() };
    return shown.dots.has(index);
  };
  return [
    {
      ...quiet("imported"),
      data: values.map((value, index) => (imported[index] ? value : null)),
      showSymbol: true,
      showAllSymbol: true,
      symbol: (_value, { dataIndex }) => (isDot(dataIndex) ? "circle" : "none"),
      symbolSize: 5,
      lineStyle: { opacity: 0 },
      itemStyle: { color: colors.surface, borderColor: colors.line, borderWidth: 1.5 },
      // On the line, below unusual days.
      z: 4,
    },
  ];
}
