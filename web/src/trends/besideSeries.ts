import type { LineSeriesOption } from "echarts/charts";
import type { ChartColors } from "./chartOption";
import { quiet } from "./overlaySeries";
import type { Series } from "./series";
import { averageOf, previousOf, type Shown } from "./shown";

const HATCH = 6;

/** What stands beside the line of a metric: the days compared with, its mean, and hatches below what was estimated. */
export function besideSeries(shown: Shown, series: Series, colors: ChartColors): LineSeriesOption[] {
  const { comparison, averages } = shown.trends;
  const of = (value: (index: number) => number | null) => series.dates.map((_date, index) => value(index));
  return [
    ...(series.has.estimated ? [hatched(series, colors)] : []),
    ...(comparison
      ? [
          {
            ...quiet("before"),
            data: of((index) => previousOf(shown, index)?.value ?? null),
            lineStyle: { color: colors.before, width: 1.25, type: "solid" as const },
            itemStyle: { color: colors.before },
          },
        ]
      : []),
    ...(averages.length > 0
      ? [
          {
            ...quiet("mean"),
            data: of((index) => averageOf(shown, index)),
            lineStyle: { color: colors.mean, width: 2.5, type: "solid" as const },
            itemStyle: { color: colors.mean },
            z: 3,
          },
        ]
      : []),
  ];
}

function hatched(series: Series, colors: ChartColors): LineSeriesOption {
  return {
    ...quiet("estimated"),
    symbol: "none",
    data: series.estimated,
    lineStyle: { opacity: 0 },
    areaStyle: { color: hatches(colors.line), opacity: 1 },
  };
}

/** Slanted strokes as a tile: the two short ones in the corners make the long one go on in the next. */
function hatches(color: string) {
  return {
    svgElement: {
      tag: "path",
      key: "hatch",
      attrs: {
        d: `M0 ${HATCH}L${HATCH} 0M-1 1L1 -1M${HATCH - 1} ${HATCH + 1}L${HATCH + 1} ${HATCH - 1}`,
        stroke: color,
        "stroke-width": 1,
        "stroke-opacity": 0.28,
        fill: "none",
      },
      children: [],
    },
    svgWidth: HATCH,
    svgHeight: HATCH,
  };
}
