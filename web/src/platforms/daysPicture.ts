import type { PlatformTrends } from "../api/platforms";
import type { Metric } from "../api/types";
import { markInWords } from "../notes/marks";
import type { Drawn } from "../take/frame";
import { t } from "../text/text";
import { lineOf } from "../trends/onSmallLine";
import { smallPicture } from "../trends/smallPicture";
import { formatMetric } from "../ui/format";
import { figureName, platformName } from "../ui/names";
import type { PlatformMarks } from "./marks";

/** The small charts of the panel. */
export function daysPicture(trends: PlatformTrends, metric: Metric, marks: PlatformMarks): Drawn {
  const lines = trends.series.map(({ platform, points }) => ({
    name: platformName(platform),
    ...lineOf(points, metric),
    marks: marks.of(platform),
  }));
  const picture = smallPicture(lines, {
    dates: trends.points.map(({ date }) => date),
    fromZero: metric !== "followers",
    format: (value) => formatMetric(metric, value),
    legend: [
      t("A value for each day; the last ones may still be revised."),
      ...marks.notes.map((mark) => t("Note {mark}", { mark: markInWords(mark) })),
      ...marks.breaks.map((mark) => markInWords(mark)),
    ],
  });
  return { ...picture, of: figureName(metric) };
}
