import type { TimeEffect } from "../api/times";
import type { Drawn } from "../take/frame";
import { escaped } from "../take/table";
import { t, tell } from "../text/text";
import { certainty, VERDICTS, weekdayName } from "./words";

const DAYS = 7;
const HOURS = 24;
const NAMES = 52;
const CELL = { width: 34, height: 30 };
const TOP = 22;
const BETTER = "#3f9e78";
const WORSE = "#d98a3d";
/** Of the strongest colour, on which the numbers are still read. */
const STRONGEST = 0.65;

/** The hours of a week as on the page: counts of posts, coloured by what is certain. */
export function weekPicture(slots: TimeEffect[], zone: string): Drawn {
  const hours = Array.from({ length: HOURS }, (_, hour) => text(left(hour) + 17, 14, String(hour), "middle"));
  const days = Array.from({ length: DAYS }, (_, day) =>
    text(0, top(day) + 20, weekdayName(day + 1, "short")),
  );
  const cells = slots.map((effect, index) => {
    const [x, y] = [left(index % HOURS), top(Math.floor(index / HOURS))];
    const sure = certainty(effect);
    const count = effect.posts > 0 ? String(effect.posts) : "";
    return (
      `<rect x="${x}" y="${y}" width="32" height="28" rx="4" fill="${sure < 0 ? WORSE : BETTER}" fill-opacity="${(Math.abs(sure) * STRONGEST).toFixed(2)}" stroke="#d7dfe5"/>` +
      text(x + 16, y + 19, `${VERDICTS[effect.verdict].mark}${count}`, "middle")
    );
  });
  return {
    svg: [...hours, ...days, ...cells].join(""),
    width: NAMES + HOURS * CELL.width,
    height: TOP + DAYS * CELL.height,
    legend: [
      t("Hours of {zone}.", { zone: zone.replaceAll("_", " ") }),
      t(
        "A number is how many posts went out in that hour. Green is surely better, orange surely worse, paler the less sure; none where nothing can be told.",
      ),
      ...(["good", "poor", "worth_testing"] as const).map(
        (verdict) => `${VERDICTS[verdict].mark} ${tell(VERDICTS[verdict].meaning)}.`,
      ),
    ],
  };
}

const left = (hour: number) => NAMES + hour * CELL.width;
const top = (day: number) => TOP + day * CELL.height;

function text(x: number, y: number, content: string, anchor = "start"): string {
  return `<text x="${x}" y="${y}" font-size="12" text-anchor="${anchor}" fill="#12171a">${escaped(content)}</text>`;
}
