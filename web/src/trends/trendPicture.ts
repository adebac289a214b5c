import { LineChart } from "echarts/charts";
import { GridComponent, MarkAreaComponent, MarkLineComponent } from "echarts/components";
import { use } from "echarts/core";
import { SVGRenderer } from "echarts/renderers";
import { forOthers, markInWords } from "../notes/marks";
import { drawn, WIDTH } from "../take/draw";
import type { Drawn } from "../take/frame";
import { t } from "../text/text";
import { formatSpan } from "../ui/format";
import { figureName } from "../ui/names";
import { LIGHT } from "./chartColors";
import { chartOption } from "./chartOption";
import { dotsInWords } from "./dotsInWords";
import { hasPrevious, isCut, marksIn, perStretch, type Shown, seriesOf } from "./shown";
import { describeOverlay } from "./usual";

use([LineChart, GridComponent, MarkAreaComponent, MarkLineComponent, SVGRenderer]);

/**
 * The chart of the panel, drawn once more by itself: light, at a size of its own, with its legend in words.
 *
 * @param all what the panel shows
 * @param meaning what the metric means, and what the values are about
 */
export function trendPicture(all: Shown, meaning: string[]): Drawn {
  const shown = { ...all, notes: forOthers(all.notes) };
  const { notes, breaks } = marksIn(shown);
  const option = chartOption(shown, {
    colors: LIGHT,
    animated: false,
    tooltip: () => "",
    marks: [...notes, ...breaks],
    width: () => WIDTH,
  });
  const legend = [
    ...linesInWords(shown),
    ...(shown.overlay ? [describeOverlay(shown.overlay)].filter(Boolean) : []),
    ...notes.map((mark) => t("Note {mark}", { mark: markInWords(mark) })),
    ...breaks.map((mark) => markInWords(mark)),
    ...meaning,
  ];
  return { ...drawn(option, legend), of: figureName(shown.metric) };
}

/** What the lines of the chart mean, a sentence each. */
export function linesInWords(shown: Shown): string[] {
  const { has } = seriesOf(shown);
  const { points, granularity, comparison, averages } = shown.trends;
  return [
    granularity === "day"
      ? t("A value for each day.")
      : t("A value {per}.", { per: perStretch(granularity) }),
    has.provisional && t("Dashed: provisional, may still change."),
    points.some((_point, index) => isCut(shown, index)) && t("Dashed at an end: cut by the period."),
    has.gaps && t("A gap is a day without a report."),
    has.estimated && t("Hatched below: estimated."),
    has.imported && dotsInWords(),
    comparison && hasPrevious(shown) && t("Thin grey line: {days}.", { days: formatSpan(comparison) }),
    averages.length > 0 && t("Violet line: mean of 7 days, where all seven have a value."),
  ].filter((line) => typeof line === "string");
}
