import { useComputedColorScheme } from "@mantine/core";
import { useReducedMotion } from "@mantine/hooks";
import { LineChart } from "echarts/charts";
import { GridComponent, MarkAreaComponent, MarkLineComponent, TooltipComponent } from "echarts/components";
import { type ECharts, init, use } from "echarts/core";
import { SVGRenderer } from "echarts/renderers";
import { useEffect, useMemo, useRef } from "react";
import type { Note } from "../api/notes";
import type { Metric } from "../api/types";
import { PAPER_WIDTH, usePaper } from "../take/paper";
import { escaped } from "../take/table";
import { t } from "../text/text";
import { formatInstant, formatMetric } from "../ui/format";
import { describeHistory, type Reading, type Usual } from "./history";
import { historyMarks, marksInWords, saidOf } from "./historyMarks";
import { DARK, historyOption, LIGHT } from "./historyOption";

use([LineChart, GridComponent, MarkAreaComponent, MarkLineComponent, TooltipComponent, SVGRenderer]);

interface Props {
  readings: Reading[];
  usual: Usual[];
  metric: Metric;
  timeZone: string;
  notes: Note[];
}

/** The default export of a lazy chunk, with the chart library. */
export default function HistoryChart({ readings, usual, metric, timeZone, notes }: Props) {
  const container = useRef<HTMLDivElement>(null);
  const chart = useRef<ECharts | null>(null);
  const scheme = useComputedColorScheme("light");
  const still = useReducedMotion();
  const paper = usePaper();
  const marks = useMemo(
    () => historyMarks(notes, readings, usual, timeZone),
    [notes, readings, usual, timeZone],
  );

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
    const tooltip = (index: number) => tooltipText(readings[index], metric, timeZone, notes);
    chart.current?.resize(paper ? { width: PAPER_WIDTH } : { width: "auto" });
    chart.current?.setOption(
      historyOption({
        readings,
        usual,
        metric,
        timeZone,
        marks,
        colors: scheme === "dark" && !paper ? DARK : LIGHT,
        animated: !still && !paper,
        tooltip,
      }),
      { notMerge: true },
    );
  }, [readings, usual, metric, timeZone, marks, notes, scheme, still, paper]);

  return (
    <div
      ref={container}
      className="tm-chart"
      data-testid="history-chart"
      role="img"
      aria-label={[
        describeHistory(readings, metric, timeZone, usual),
        marks.length > 0 && t("Notes: {notes}.", { notes: marksInWords(marks) }),
        t("The same values stand in the table view."),
      ]
        .filter(Boolean)
        .join(" ")}
    />
  );
}

/** Built from dates, numbers, our own words and notes, whose text is escaped, so nothing in it can be markup of somebody else's. */
function tooltipText(reading: Reading | undefined, metric: Metric, timeZone: string, notes: Note[]): string {
  if (!reading) return "";
  const value = `<strong>${formatMetric(metric, reading.value)}</strong>`;
  return [formatInstant(reading.at, timeZone), value, ...saidOf(reading, notes, timeZone).map(escaped)].join(
    "<br>",
  );
}
