import { useComputedColorScheme } from "@mantine/core";
import { useReducedMotion } from "@mantine/hooks";
import { LineChart } from "echarts/charts";
import { GridComponent, TooltipComponent } from "echarts/components";
import { type ECharts, init, use } from "echarts/core";
import { SVGRenderer } from "echarts/renderers";
import { useEffect, useRef } from "react";
import type { Metric } from "../api/types";
import { PAPER_WIDTH, usePaper } from "../take/paper";
import { t } from "../text/text";
import { formatInstant, formatMetric } from "../ui/format";
import { describeHistory, noteOf, type Reading, type Usual } from "./history";
import { DARK, historyOption, LIGHT } from "./historyOption";

use([LineChart, GridComponent, TooltipComponent, SVGRenderer]);

interface Props {
  readings: Reading[];
  usual: Usual[];
  metric: Metric;
  timeZone: string;
}

/** The default export of a lazy chunk, with the chart library. */
export default function HistoryChart({ readings, usual, metric, timeZone }: Props) {
  const container = useRef<HTMLDivElement>(null);
  const chart = useRef<ECharts | null>(null);
  const scheme = useComputedColorScheme("light");
  const still = useReducedMotion();
  const paper = usePaper();

  useEffect(() => {
    const element = container.current;
    if (!element) return;
    const created = init(element, undefined, { renderer: "svg" });
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
    const tooltip = (index: number) => tooltipText(readings[index], metric, timeZone);
    chart.current?.resize(paper ? { width: PAPER_WIDTH } : { width: "auto" });
    chart.current?.setOption(
      historyOption({
        readings,
        usual,
        metric,
        timeZone,
        colors: scheme === "dark" && !paper ? DARK : LIGHT,
        animated: !still && !paper,
        tooltip,
      }),
      { notMerge: true },
    );
  }, [readings, usual, metric, timeZone, scheme, still, paper]);

  return (
    <div
      ref={container}
      className="tm-chart"
      data-testid="history-chart"
      role="img"
      aria-label={`${describeHistory(readings, metric, timeZone, usual)} ${t("The same values stand in the table view.")}`}
    />
  );
}

/** Built from dates, numbers and our own words, so nothing in it can be markup of somebody else's. */
function tooltipText(reading: Reading | undefined, metric: Metric, timeZone: string): string {
  if (!reading) return "";
  const value = `<strong>${formatMetric(metric, reading.value)}</strong>`;
  return [formatInstant(reading.at, timeZone), value, noteOf(reading)].filter(Boolean).join("<br>");
}
