import { useComputedColorScheme } from "@mantine/core";
import { useReducedMotion } from "@mantine/hooks";
import { LineChart } from "echarts/charts";
import { GridComponent, MarkLineComponent, TooltipComponent } from "echarts/components";
import { type ECharts, init, use } from "echarts/core";
import { SVGRenderer } from "echarts/renderers";
import { useEffect, useRef } from "react";
import type { Metric, TrendPoint } from "../api/types";
import { figureName } from "../ui/names";
import { type ChartColors, chartOption } from "./chartOption";
import { dayText, pointNotes, pointText } from "./points";
import { describe, toSeries } from "./series";
import { describeOverlay, type Overlay, overlayNotes, withForecast } from "./usual";

use([LineChart, GridComponent, MarkLineComponent, TooltipComponent, SVGRenderer]);

const COLORS: Record<"light" | "dark", ChartColors> = {
  light: {
    line: "#0b6a8d",
    text: "#52606b",
    grid: "#d7dfe5",
    surface: "#ffffff",
    usual: "#dcebf1",
    forecast: "#eceef0",
    mark: "#a3471a",
  },
  dark: {
    line: "#70b6cf",
    text: "#a9b5be",
    grid: "#3a444c",
    surface: "#263037",
    usual: "#2e4652",
    forecast: "#39434a",
    mark: "#f0a878",
  },
};

interface Props {
  points: TrendPoint[];
  metric: Metric;
  overlay?: Overlay | undefined;
}

/** The default export of a lazy chunk: the chart library is larger than the rest of the page. */
export default function TrendChart({ points, metric, overlay }: Props) {
  const container = useRef<HTMLDivElement>(null);
  const chart = useRef<ECharts | null>(null);
  const scheme = useComputedColorScheme("light");
  const still = useReducedMotion();

  useEffect(() => {
    const element = container.current;
    if (!element) return;
    const created = init(element, undefined, { renderer: "svg" });
    created.on("finished", () => {
      element.dataset.ready = "true";
    });
    chart.current = created;
    const resized = new ResizeObserver(() => created.resize());
    resized.observe(element);
    return () => {
      resized.disconnect();
      created.dispose();
      chart.current = null;
    };
  }, []);

  useEffect(() => {
    const element = container.current;
    if (!element) return;
    element.dataset.ready = "false";
    const series = toSeries(points, metric);
    const dates = overlay ? withForecast(series.dates, overlay) : series.dates;
    const tooltip = (index: number) => tooltipText(points[index], dates[index], metric, overlay);
    chart.current?.setOption(chartOption(series, metric, COLORS[scheme], !still, tooltip, overlay), {
      notMerge: true,
    });
  }, [points, metric, overlay, scheme, still]);

  return (
    <div
      ref={container}
      className="tm-chart"
      data-testid="trend-chart"
      role="img"
      aria-label={`${describe(points, metric, figureName(metric))} ${
        overlay ? `${describeOverlay(overlay)} ` : ""
      }The same values stand in the table view.`}
    />
  );
}

/** Built from dates and numbers only, so nothing in it can be markup of somebody else's. */
function tooltipText(
  point: TrendPoint | undefined,
  day: string | undefined,
  metric: Metric,
  overlay: Overlay | undefined,
): string {
  if (!day) return "";
  const more = overlay ? overlayNotes(overlay, metric, day) : [];
  if (!point) return [dayText(day), ...more].join("<br>");
  const { date, value } = pointText(point, metric);
  const notes = pointNotes(point.metrics[metric]);
  return [date, `<strong>${value}</strong>`, ...(notes ? [notes] : []), ...more].join("<br>");
}
