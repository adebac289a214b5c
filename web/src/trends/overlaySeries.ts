import type { LineSeriesOption } from "echarts/charts";
import type { ChartColors } from "./chartOption";
import type { Overlay } from "./usual";

/** The lines and areas of an overlay. An area between two lines is made by stacking their difference on the lower. */
export function overlaySeries(
  overlay: Overlay,
  dates: string[],
  values: (number | null)[],
  colors: ChartColors,
): LineSeriesOption[] {
  const usual = (date: string) => overlay.usual.get(date);
  const foreseen = (date: string) => overlay.forecast.get(date);
  const changes = [...overlay.changes.keys()].filter((date) => dates.includes(date));
  return [
    ...area("usual", dates.map(usual), colors.usual),
    ...area("foreseen", dates.map(foreseen), colors.forecast),
    {
      ...quiet("forecast"),
      data: dates.map((date) => foreseen(date)?.value ?? null),
      lineStyle: { color: colors.text, width: 2, type: [2, 4] },
    },
    {
      ...quiet("unusual"),
      data: dates.map((date, index) => (overlay.anomalies.has(date) ? (values[index] ?? null) : null)),
      showSymbol: true,
      // Without it the library leaves out symbols where days are many.
      showAllSymbol: true,
      symbol: "diamond",
      symbolSize: 13,
      lineStyle: { opacity: 0 },
      itemStyle: { color: colors.mark, borderColor: colors.surface, borderWidth: 2 },
      z: 5,
      markLine: {
        silent: true,
        symbol: "none",
        label: { show: false },
        lineStyle: { color: colors.mark, width: 1.5, type: [6, 4] },
        data: changes.map((date) => ({ xAxis: date })),
      },
    },
  ];
}

function area(name: string, range: ({ lo: number | null; hi: number | null } | undefined)[], color: string) {
  const bounds = range.map((one) => (one?.lo == null || one.hi == null ? null : { lo: one.lo, hi: one.hi }));
  return [
    {
      ...quiet(`${name}, from`),
      stack: name,
      data: bounds.map((one) => one?.lo ?? null),
      lineStyle: { opacity: 0 },
    },
    {
      ...quiet(`${name}, to`),
      stack: name,
      data: bounds.map((one) => (one ? one.hi - one.lo : null)),
      lineStyle: { opacity: 0 },
      areaStyle: { color, opacity: 1 },
    },
  ] satisfies LineSeriesOption[];
}

/** A line that has no word of its own where the pointer is. */
export function quiet(name: string) {
  return {
    name,
    type: "line",
    showSymbol: false,
    connectNulls: false,
    emphasis: { disabled: true },
    silent: true,
    z: 1,
  } satisfies LineSeriesOption;
}
