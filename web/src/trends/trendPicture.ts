import { LineChart } from "echarts/charts";
import { GridComponent, MarkAreaComponent, MarkLineComponent } from "echarts/components";
import { use } from "echarts/core";
import { SVGRenderer } from "echarts/renderers";
import type { Note } from "../api/notes";
import type { Metric, TrendMarker, TrendPoint } from "../api/types";
import { lettered, markInWords, marksOf } from "../notes/marks";
import { drawn } from "../take/draw";
import type { Drawn } from "../take/frame";
import { t } from "../text/text";
import { figureName } from "../ui/names";
import { LIGHT } from "./chartColors";
import { chartOption } from "./chartOption";
import { toSeries } from "./series";
import { describeOverlay, type Overlay, withForecast } from "./usual";

use([LineChart, GridComponent, MarkAreaComponent, MarkLineComponent, SVGRenderer]);

interface Shown {
  points: TrendPoint[];
  metric: Metric;
  overlay: Overlay | undefined;
  notes: Note[];
  breaks: TrendMarker[];
  /** What the metric means, and what the values are about. */
  meaning: string[];
}

/** The chart of the panel, drawn once more by itself: light, at a size of its own, with its legend in words. */
export function trendPicture({ points, metric, overlay, notes, breaks, meaning }: Shown): Drawn {
  const series = toSeries(points, metric);
  const dates = overlay ? withForecast(series.dates, overlay) : series.dates;
  const marks = marksOf(notes, dates);
  const changes = marksOf(breaks, dates, lettered);
  const option = chartOption(series, metric, LIGHT, false, () => "", overlay, [...marks, ...changes]);
  const legend = [
    t("A value for each day."),
    ...(series.has.provisional ? [t("Dashed: provisional, may still change.")] : []),
    ...(series.has.gaps ? [t("A gap is a day without a report.")] : []),
    ...(series.has.estimated ? [t("Some days are estimated.")] : []),
    ...(overlay ? [describeOverlay(overlay)].filter(Boolean) : []),
    ...marks.map((mark) => t("Note {mark}", { mark: markInWords(mark) })),
    ...changes.map((mark) => markInWords(mark)),
    ...meaning,
  ];
  return { ...drawn(option, legend), of: figureName(metric) };
}
