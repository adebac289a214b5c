import type { Audience, Breakdown } from "../api/audience";
import { bars } from "../take/bars";
import type { Drawn } from "../take/frame";
import { escaped } from "../take/table";
import { formatCount } from "../ui/format";
import { figureName, platformName } from "../ui/names";
import { dimensionName, keyName, leftOut } from "./words";

const COLOR = "#0b6a8d";
const HEADING = 34;
const GAP = 14;

/** Who they are, one breakdown below the other, each with a scale of its own. */
export function breakdownPicture(audience: Audience): Drawn {
  let y = 0;
  let width = 0;
  const parts = audience.breakdowns.map((one) => {
    const drawn = bars(
      one.values.map(({ key, value }) => ({
        name: keyName(key),
        value,
        text: formatCount(value),
        color: COLOR,
      })),
      [],
    );
    const at = y;
    y += HEADING + drawn.height + GAP;
    width = drawn.width;
    return `<g transform="translate(0 ${at})"><text x="0" y="20" font-size="14" font-weight="600" fill="#12171a">${escaped(headingOf(one, audience))}</text><g transform="translate(0 ${HEADING})">${drawn.svg}</g></g>`;
  });
  return {
    svg: parts.join(""),
    width,
    height: y,
    legend: audience.breakdowns.flatMap((one) => {
      const rest = leftOut(one);
      return rest ? [`${headingOf(one, audience)}: ${rest}`] : [];
    }),
  };
}

function headingOf({ account_id: id, dimension, metric }: Breakdown, { accounts }: Audience): string {
  const account = accounts.find((one) => one.account.id === id)?.account;
  return [dimensionName(dimension), account && platformName(account.platform), figureName(metric)]
    .filter(Boolean)
    .join(", ");
}
