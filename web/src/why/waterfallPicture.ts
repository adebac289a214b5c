import type { Why, WhyTotal } from "../api/why";
import type { Drawn } from "../take/frame";
import { escaped } from "../take/table";
import { spokenText } from "../text/said";
import { t } from "../text/text";
import { type Step, waterfall } from "./waterfall";
import { amount, difference, partName, verdict } from "./words";

const NAMES = 250;
const BARS = 330;
const TEXTS = 280;
const ROW = 32;
const INK = "#12171a";
const END = "#52606b";
const UP = "#2b7a5b";
const DOWN = "#b0561f";
const APART = "#a9b5be";

/** The way from the number before to the number now. What could be chance is pale. */
export function waterfallPicture(why: Why, total: WhyTotal): Drawn {
  const { steps, previous, value } = waterfall(why, total);
  const rows = [
    end(t("Before"), amount(why.metric, total.previous), previous),
    ...steps.map((step) => part(step, why)),
    end(t("Now"), amount(why.metric, total.value), value),
  ];
  return {
    svg: rows.map((row, index) => `<g transform="translate(0 ${index * ROW})">${row}</g>`).join(""),
    width: NAMES + BARS + TEXTS,
    height: rows.length * ROW,
    legend: [
      spokenText(why.sentence, why.sentence_said),
      t(
        "Pale bars could be chance; only full ones may be called a reason. The bars show where the parts lie and do not begin at zero.",
      ),
    ],
  };
}

function end(name: string, value: string, at: number): string {
  return `${text(0, name)}<rect x="${place(at) - 1.5}" y="6" width="3" height="20" fill="${END}"/>${text(NAMES + BARS + 12, value)}`;
}

function part({ effect, from, to, apart }: Step, why: Why): string {
  const [left, right] = [Math.min(from, to), Math.max(from, to)];
  const color = apart ? APART : effect.change >= 0 ? UP : DOWN;
  const opacity = apart || effect.named ? 1 : 0.4;
  const width = Math.max(1, place(right) - place(left));
  return (
    text(0, partName(effect)) +
    `<rect x="${place(left)}" y="8" width="${width.toFixed(1)}" height="16" fill="${color}" fill-opacity="${opacity}"/>` +
    text(NAMES + BARS + 12, `${difference(why.metric, effect.change)}  ${verdict(effect)}`)
  );
}

const place = (share: number) => Math.round((NAMES + share * BARS) * 10) / 10;

function text(x: number, content: string): string {
  return `<text x="${x}" y="21" font-size="13" fill="${INK}">${escaped(content)}</text>`;
}
