import type { LineSeriesOption } from "echarts/charts";
import type {
  GridComponentOption,
  MarkAreaComponentOption,
  MarkLineComponentOption,
  TooltipComponentOption,
} from "echarts/components";
import type { ComposeOption } from "echarts/core";
import type { TrendFigure } from "../api/types";
import type { Mark } from "../notes/marks";
import { noteSeries } from "../notes/noteSeries";
import { formatDayAndMonth, formatMonth, formatPercent, formatShort } from "../ui/format";
import { besideSeries } from "./besideSeries";
import { importedSeries } from "./importedSeries";
import { overlaySeries } from "./overlaySeries";
import { datesOf, type Shown, seriesOf } from "./shown";

export type ChartOption = ComposeOption<
  | LineSeriesOption
  | GridComponentOption
  | TooltipComponentOption
  | MarkLineComponentOption
  | MarkAreaComponentOption
>;

export interface ChartColors {
  line: string;
  text: string;
  grid: string;
  surface: string;
  /** The range of usual days. */
  usual: string;
  /** The range of days to come. */
  forecast: string;
  /** Unusual days and changes of level. */
  mark: string;
  /** The days compared with. */
  before: string;
  /** The moving average. */
  mean: string;
}

interface Drawing {
  colors: ChartColors;
  animated: boolean;
  /** What is said of a point, as HTML. */
  tooltip: (index: number) => string;
  marks: Mark[];
  /** In pixels, asked for whenever it is drawn. */
  width: () => number;
}

const SECONDS_PER_HOUR = 3600;

export function chartOption(shown: Shown, { colors, animated, tooltip, marks, width }: Drawing): ChartOption {
  const { metric, overlay } = shown;
  const series = seriesOf(shown);
  const dates = datesOf(shown);
  const values = series.dates.map(
    (_date, index) => series.settled[index] ?? series.provisional[index] ?? null,
  );
  const line = (name: string, values: (number | null)[], style: "solid" | "dashed"): LineSeriesOption => ({
    name,
    type: "line",
    data: values.map((value, index) => ({
      value,
      symbol: series.lone.has(index) ? "circle" : "none",
      symbolSize: 6,
    })),
    connectNulls: false,
    lineStyle: { color: colors.line, width: 2, type: style },
    itemStyle: { color: colors.line },
    emphasis: { disabled: true },
  });

  return {
    animation: animated,
    animationDuration: 300,
    grid: {
      left: 4,
      right: 12,
      top: marks.length > 0 ? 24 : 14,
      bottom: 4,
      outerBoundsMode: "same",
      outerBoundsContain: "axisLabel",
    },
    tooltip: {
      trigger: "axis",
      confine: true,
      backgroundColor: colors.surface,
      borderColor: colors.grid,
      textStyle: { color: colors.text, fontSize: 13 },
      axisPointer: { type: "line", lineStyle: { color: colors.text, type: "dotted" } },
      formatter: (hovered) => {
        const first = Array.isArray(hovered) ? hovered[0] : hovered;
        return first ? tooltip(first.dataIndex) : "";
      },
    },
    xAxis: {
      type: "category",
      data: dates,
      boundaryGap: false,
      axisLine: { lineStyle: { color: colors.grid } },
      axisTick: { show: false },
      axisLabel: {
        color: colors.text,
        margin: 12,
        hideOverlap: true,
        formatter: (date: string) =>
          shown.trends.granularity === "month" ? formatMonth(date) : formatDayAndMonth(date),
      },
    },
    yAxis: {
      type: "value",
      minInterval: metric === "watch_time_seconds" || metric === "engagement_rate" ? undefined : 1,
      // Followers hardly move; from zero their line would be flat.
      scale: metric === "followers",
      splitNumber: 4,
      splitLine: { lineStyle: { color: colors.grid } },
      axisLabel: {
        color: colors.text,
        formatter: (value: number) => onAxis(metric, value),
      },
    },
    series: [
      ...noteSeries(marks, colors),
      ...besideSeries(shown, series, colors),
      ...(overlay ? overlaySeries(overlay, dates, values, colors) : []),
      line("provisional", series.provisional, "dashed"),
      line("settled", series.settled, "solid"),
      ...importedSeries(series, values, dates.length, colors, width),
    ],
  };
}

function onAxis(metric: TrendFigure, value: number): string {
  switch (metric) {
    case "watch_time_seconds":
      return `${formatShort(value / SECONDS_PER_HOUR)} h`;
    case "engagement_rate":
      return formatPercent(value);
    default:
      return formatShort(value);
  }
}
