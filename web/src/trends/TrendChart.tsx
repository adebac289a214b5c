import { useComputedColorScheme } from "@mantine/core";
import { useReducedMotion } from "@mantine/hooks";
import { LineChart } from "echarts/charts";
import { GridComponent, MarkAreaComponent, MarkLineComponent, TooltipComponent } from "echarts/components";
import { type ECharts, init, use } from "echarts/core";
import { SVGRenderer } from "echarts/renderers";
import { useEffect, useRef } from "react";
import type { Note } from "../api/notes";
import type { Metric, TrendMarker, TrendPoint } from "../api/types";
import { lettered, markInWords, marksOf, notesOn, textsOn } from "../notes/marks";
import { PAPER_WIDTH, usePaper } from "../take/paper";
import { escaped } from "../take/table";
import { t } from "../text/text";
import { figureName } from "../ui/names";
import { DARK, LIGHT } from "./chartColors";
import { chartOption } from "./chartOption";
import { dayText, pointNotes, pointText } from "./points";
import { describe, toSeries } from "./series";
import { describeOverlay, type Overlay, overlayNotes, withForecast } from "./usual";

use([LineChart, GridComponent, MarkAreaComponent, MarkLineComponent, TooltipComponent, SVGRenderer]);

interface Props {
  points: TrendPoint[];
  metric: Metric;
  overlay?: Overlay | undefined;
  notes: Note[];
  breaks: TrendMarker[];
}

/** The default export of a lazy chunk: the chart library is larger than the rest of the page. */
export default function TrendChart({ points, metric, overlay, notes, breaks }: Props) {
  const container = useRef<HTMLDivElement>(null);
  const chart = useRef<ECharts | null>(null);
  const scheme = useComputedColorScheme("light");
  const still = useReducedMotion();
  const paper = usePaper();

  useEffect(() => {
    const element = container.current;
    if (!element) return;
    const created = init(element, undefined, { renderer: "svg" });
    created.on("finished", () => {
      element.dataset.ready = "true";
    });
    chart.current = created;
    // It is told of the size at once as well, which the chart has already.
    const resized = new ResizeObserver(() => {
      const { clientWidth, clientHeight } = element;
      if (created.getWidth() !== clientWidth || created.getHeight() !== clientHeight) created.resize();
    });
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
    const tooltip = (index: number) =>
      [
        tooltipText(points[index], dates[index], metric, overlay, notes),
        ...textsOn(breaks, dates[index] ?? "").map(escaped),
      ].join("<br>");
    const colors = scheme === "dark" && !paper ? DARK : LIGHT;
    chart.current?.resize(paper ? { width: PAPER_WIDTH } : { width: "auto" });
    chart.current?.setOption(
      chartOption(series, metric, colors, !still && !paper, tooltip, overlay, [
        ...marksOf(notes, dates),
        ...marksOf(breaks, dates, lettered),
      ]),
      // It is drawn with the next frame, so that the page can be used in between; paper does not wait for that.
      { notMerge: true, lazyUpdate: !paper },
    );
  }, [points, metric, overlay, notes, breaks, scheme, still, paper]);

  return (
    <div
      ref={container}
      className="tm-chart"
      data-testid="trend-chart"
      role="img"
      aria-label={[
        describe(points, metric, figureName(metric)),
        overlay && describeOverlay(overlay),
        described(points, notes),
        ...breaks.map(({ text }) => text),
        t("The same values stand in the table view."),
      ]
        .filter(Boolean)
        .join(" ")}
    />
  );
}

function described(points: TrendPoint[], notes: Note[]): string {
  const marks = marksOf(
    notes,
    points.map(({ date }) => date),
  );
  return marks.length > 0
    ? t("Notes: {notes}.", { notes: marks.map((mark) => markInWords(mark)).join("; ") })
    : "";
}

/** Built from dates, numbers and notes, whose text is escaped, so nothing in it can be markup of somebody else's. */
function tooltipText(
  point: TrendPoint | undefined,
  day: string | undefined,
  metric: Metric,
  overlay: Overlay | undefined,
  notes: Note[],
): string {
  if (!day) return "";
  const more = [...(overlay ? overlayNotes(overlay, metric, day) : []), ...notesOn(notes, day).map(escaped)];
  if (!point) return [dayText(day), ...more].join("<br>");
  const { date, value } = pointText(point, metric);
  const caveats = pointNotes(point.metrics[metric]);
  return [date, `<strong>${value}</strong>`, ...(caveats ? [caveats] : []), ...more].join("<br>");
}
