import { LineChart } from "echarts/charts";
import { GridComponent } from "echarts/components";
import { use } from "echarts/core";
import { SVGRenderer } from "echarts/renderers";
import type { Metric } from "../api/types";
import { drawn } from "../take/draw";
import type { Drawn } from "../take/frame";
import { figureName } from "../ui/names";
import { describeHistory, type Reading, type Usual } from "./history";
import { historyOption, LIGHT } from "./historyOption";

use([LineChart, GridComponent, SVGRenderer]);

/** The chart of the panel, drawn once more by itself. */
export function historyPicture(readings: Reading[], usual: Usual[], metric: Metric, timeZone: string): Drawn {
  const option = historyOption({
    readings,
    usual,
    metric,
    timeZone,
    colors: LIGHT,
    animated: false,
    tooltip: () => "",
  });
  return {
    ...drawn(option, [describeHistory(readings, metric, timeZone, usual)]),
    of: figureName(metric),
  };
}
