import { LineChart } from "echarts/charts";
import { GridComponent, MarkAreaComponent, MarkLineComponent } from "echarts/components";
import { use } from "echarts/core";
import { SVGRenderer } from "echarts/renderers";
import type { Metric } from "../api/types";
import { markInWords } from "../notes/marks";
import { drawn } from "../take/draw";
import type { Drawn } from "../take/frame";
import { t } from "../text/text";
import { figureName } from "../ui/names";
import { describeHistory, type Reading, type Usual } from "./history";
import type { HistoryMark } from "./historyMarks";
import { historyOption, LIGHT } from "./historyOption";

use([LineChart, GridComponent, MarkAreaComponent, MarkLineComponent, SVGRenderer]);

/** The chart of the panel, drawn once more by itself. */
export function historyPicture(
  readings: Reading[],
  usual: Usual[],
  metric: Metric,
  timeZone: string,
  marks: HistoryMark[],
): Drawn {
  const option = historyOption({
    readings,
    usual,
    metric,
    timeZone,
    marks,
    colors: LIGHT,
    animated: false,
    tooltip: () => "",
  });
  const legend = [
    describeHistory(readings, metric, timeZone, usual),
    ...marks.map((mark) => t("Note {mark}", { mark: markInWords(mark) })),
  ];
  return {
    ...drawn(option, legend),
    of: figureName(metric),
  };
}
