import { useComputedColorScheme } from "@mantine/core";
import { useReducedMotion } from "@mantine/hooks";
import { LineChart } from "echarts/charts";
import { GridComponent, TooltipComponent } from "echarts/components";
import { type ECharts, init, use } from "echarts/core";
import { SVGRenderer } from "echarts/renderers";
import { useEffect, useRef } from "react";
import type { Metric, TrendPoint } from "../api/types";
import { figureName } from "../ui/names";
import { type ChartColors, chartOption } from "./chartOption";
import { pointNotes, pointText } from "./points";
import { describe, toSeries } from "./series";

use([LineChart, GridComponent, TooltipComponent, SVGRenderer]);

const COLORS: Record<"light" | "dark", ChartColors> = {
  light: { line: "#0b6a8d", text: "#52606b", grid: "#d7dfe5", surface: "#ffffff" },
  dark: { line: "#70b6cf", text: "#a9b5be", grid: "#3a444c", surface: "#263037" },
};

interface Props {
  points: TrendPoint[];
  metric: Metric;
}

/** The default export of a lazy chunk: the chart library is larger than the rest of the page. */
export default function TrendChart({ points, metric }: Props) {
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
    const tooltip = (index: number) => tooltipText(points[index], metric);
    chart.current?.setOption(chartOption(toSeries(points, metric), metric, COLORS[scheme], !still, tooltip), {
      notMerge: true,
    });
  }, [points, metric, scheme, still]);

  return (
    <div
      ref={container}
      className="tm-chart"
      data-testid="trend-chart"
      role="img"
      aria-label={`${describe(points, metric, figureName(metric))} The same values stand in the table view.`}
    />
  );
}

/** Built from dates and numbers only, so nothing in it can be markup of somebody else's. */
function tooltipText(point: TrendPoint | undefined, metric: Metric): string {
  if (!point) return "";
  const { date, value } = pointText(point, metric);
  const notes = pointNotes(point.metrics[metric]);
  return `${date}<br><strong>${value}</strong>${notes ? `<br>${notes}` : ""}`;
}
