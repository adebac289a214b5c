import type { LineSeriesOption } from "echarts/charts";
import type { GridComponentOption, TooltipComponentOption } from "echarts/components";
import type { ComposeOption } from "echarts/core";
import type { Metric } from "../api/types";
import { formatDayAndMonth, formatShort } from "../ui/format";
import type { Series } from "./series";

export type ChartOption = ComposeOption<LineSeriesOption | GridComponentOption | TooltipComponentOption>;

export interface ChartColors {
  line: string;
  text: string;
  grid: string;
  surface: string;
}

const SECONDS_PER_HOUR = 3600;

export function chartOption(
  series: Series,
  metric: Metric,
  colors: ChartColors,
  animated: boolean,
  tooltip: (index: number) => string,
): ChartOption {
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
      top: 14,
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
      data: series.dates,
      boundaryGap: false,
      axisLine: { lineStyle: { color: colors.grid } },
      axisTick: { show: false },
      axisLabel: {
        color: colors.text,
        margin: 12,
        hideOverlap: true,
        formatter: (date: string) => formatDayAndMonth(date),
      },
    },
    yAxis: {
      type: "value",
      minInterval: metric === "watch_time_seconds" ? undefined : 1,
      // Followers hardly move; from zero their line would be flat.
      scale: metric === "followers",
      splitNumber: 4,
      splitLine: { lineStyle: { color: colors.grid } },
      axisLabel: {
        color: colors.text,
        formatter: (value: number) =>
          metric === "watch_time_seconds" ? `${formatShort(value / SECONDS_PER_HOUR)} h` : formatShort(value),
      },
    },
    series: [line("provisional", series.provisional, "dashed"), line("settled", series.settled, "solid")],
  };
}
