import type { LineSeriesOption } from "echarts/charts";
import type {
  GridComponentOption,
  MarkAreaComponentOption,
  MarkLineComponentOption,
  TooltipComponentOption,
} from "echarts/components";
import type { ComposeOption } from "echarts/core";
import type { Metric } from "../api/types";
import { noteSeries } from "../notes/noteSeries";
import { formatShort } from "../ui/format";
import { dateFormat } from "../ui/intl";
import type { Reading, Usual } from "./history";
import type { HistoryMark } from "./historyMarks";

export type HistoryOption = ComposeOption<
  | LineSeriesOption
  | GridComponentOption
  | MarkAreaComponentOption
  | MarkLineComponentOption
  | TooltipComponentOption
>;

export interface HistoryColors {
  line: string;
  text: string;
  grid: string;
  surface: string;
  /** Readings at which the number fell. */
  mark: string;
  /** What such posts usually have. */
  usual: string;
}

export const LIGHT: HistoryColors = {
  line: "#0b6a8d",
  text: "#52606b",
  grid: "#d7dfe5",
  surface: "#ffffff",
  mark: "#a3471a",
  usual: "#dcebf1",
};

export const DARK: HistoryColors = {
  line: "#70b6cf",
  text: "#a9b5be",
  grid: "#3a444c",
  surface: "#263037",
  mark: "#f0a878",
  usual: "#2e4652",
};

const SECONDS_PER_HOUR = 3600;
const DAY_MS = 24 * 3_600_000;
const FEW_DAYS_MS = 4 * DAY_MS;
const STEPS = 5;
/** From so many readings on, the line alone says enough. */
const DENSE = 40;

interface Drawn {
  readings: Reading[];
  usual: Usual[];
  metric: Metric;
  timeZone: string;
  marks: HistoryMark[];
  colors: HistoryColors;
  animated: boolean;
  tooltip: (index: number) => string;
}

/** Days, and hours as well where the readings are of a few days. */
function tickFormat(readings: Reading[], timeZone: string): Intl.DateTimeFormat {
  const from = Date.parse(readings[0]?.at ?? "");
  const to = Date.parse(readings.at(-1)?.at ?? "");
  const hours: Intl.DateTimeFormatOptions =
    to - from < FEW_DAYS_MS ? { hour: "numeric", minute: "2-digit" } : {};
  return dateFormat(undefined, { day: "numeric", month: "short", ...hours, timeZone });
}

/** Ticks at even steps, whole days unless the readings are of a few days. */
function steps(readings: Reading[], usual: Usual[]): { min?: number; max?: number; interval?: number } {
  const min = usual[0]?.at ?? Date.parse(readings[0]?.at ?? "");
  const max = Date.parse(readings.at(-1)?.at ?? "");
  if (!(max > min)) return {};
  const step = (max - min) / STEPS;
  return { min, max, interval: max - min < FEW_DAYS_MS ? step : Math.ceil(step / DAY_MS) * DAY_MS };
}

/** The readings on a line; a glitch stands beside it, since it counts for nothing. */
export function historyOption({
  readings,
  usual,
  metric,
  timeZone,
  marks,
  colors,
  animated,
  tooltip,
}: Drawn): HistoryOption {
  const points = readings.map((reading, index) => ({ reading, index }));
  const tick = tickFormat(readings, timeZone);
  const point = ({ reading, index }: (typeof points)[number]) => ({
    value: [Date.parse(reading.at), reading.value, index],
    symbol: reading.verdict ? "diamond" : "circle",
    symbolSize: reading.verdict ? 12 : readings.length > DENSE ? 0 : 6,
    ...(reading.verdict ? { itemStyle: { color: colors.mark } } : {}),
  });
  const isGlitch = ({ reading }: (typeof points)[number]) => reading.verdict?.kind === "glitch";

  return {
    animation: animated,
    animationDuration: 300,
    grid: {
      left: 4,
      right: 16,
      top: marks.length > 0 ? 24 : 14,
      bottom: 4,
      outerBoundsMode: "same",
      outerBoundsContain: "axisLabel",
    },
    tooltip: {
      trigger: "item",
      confine: true,
      backgroundColor: colors.surface,
      borderColor: colors.grid,
      textStyle: { color: colors.text, fontSize: 13 },
      formatter: (hovered) => {
        const value = Array.isArray(hovered) ? hovered[0]?.value : hovered.value;
        return Array.isArray(value) ? tooltip(Number(value[2])) : "";
      },
    },
    xAxis: {
      type: "value",
      ...steps(readings, usual),
      axisLine: { lineStyle: { color: colors.grid } },
      axisTick: { show: false },
      splitLine: { show: false },
      axisLabel: {
        color: colors.text,
        showMaxLabel: false,
        margin: 12,
        hideOverlap: true,
        formatter: (time: number) => tick.format(time),
      },
    },
    yAxis: {
      type: "value",
      axisLine: { show: false },
      axisTick: { show: false },
      splitNumber: 4,
      splitLine: { lineStyle: { color: colors.grid } },
      axisLabel: {
        color: colors.text,
        formatter: (value: number) =>
          metric === "watch_time_seconds" ? `${formatShort(value / SECONDS_PER_HOUR)} h` : formatShort(value),
      },
    },
    series: [
      ...noteSeries(marks, colors),
      ...usualSeries(usual, colors),
      {
        name: "readings",
        type: "line",
        data: points.filter((one) => !isGlitch(one)).map(point),
        lineStyle: { color: colors.line, width: 2 },
        itemStyle: { color: colors.line },
        emphasis: { disabled: true },
      },
      {
        name: "glitches",
        type: "line",
        data: points.filter(isGlitch).map(point),
        lineStyle: { width: 0 },
        emphasis: { disabled: true },
      },
    ],
  };
}

/** A band in which nine of ten such posts lie, and their usual course. Stacked: the difference on the lower end. */
function usualSeries(usual: Usual[], colors: HistoryColors): LineSeriesOption[] {
  const quiet = {
    type: "line",
    showSymbol: false,
    silent: true,
    emphasis: { disabled: true },
    z: 1,
  } satisfies LineSeriesOption;
  const band = { ...quiet, stack: "usual", lineStyle: { opacity: 0 } } satisfies LineSeriesOption;
  if (usual.length === 0) return [];
  return [
    { ...band, name: "usual-from", data: usual.map(({ at, low }) => [at, low]) },
    {
      ...band,
      name: "usual-to",
      data: usual.map(({ at, low, high }) => [at, high - low]),
      areaStyle: { color: colors.usual, opacity: 1 },
    },
    {
      ...quiet,
      name: "usual",
      data: usual.map(({ at, expected }) => [at, expected]),
      lineStyle: { color: colors.text, width: 1.5, type: [5, 4] },
    },
  ];
}
