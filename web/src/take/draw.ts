import { type EChartsCoreOption, init } from "echarts/core";
import type { Drawn } from "./frame";

export const WIDTH = 960;
const HEIGHT = 400;

/** A chart as text, without a page to stand in. */
export function drawn(
  option: EChartsCoreOption,
  legend: string[],
  { width, height }: { width: number; height: number } = { width: WIDTH, height: HEIGHT },
): Drawn {
  const chart = init(null, undefined, { renderer: "svg", ssr: true, width, height });
  try {
    chart.setOption(option);
    return { svg: chart.renderToSVGString(), width, height, legend };
  } finally {
    chart.dispose();
  }
}
