import type { PlatformTrends } from "../api/platforms";
import type { Metric } from "../api/types";
import type { Drawn } from "../take/frame";
import { t } from "../text/text";
import { smallPicture } from "../trends/smallPicture";
import { formatMetric } from "../ui/format";
import { figureName, platformName } from "../ui/names";

/** The small charts of the panel. */
export function daysPicture(trends: PlatformTrends, metric: Metric): Drawn {
  const lines = trends.series.map(({ platform, points }) => ({
    name: platformName(platform),
    values: points.map(({ metrics }) => metrics[metric]?.value ?? null),
  }));
  const picture = smallPicture(lines, {
    fromZero: metric !== "followers",
    format: (value) => formatMetric(metric, value),
    legend: [t("A value for each day; the last ones may still be revised.")],
  });
  return { ...picture, of: figureName(metric) };
}
