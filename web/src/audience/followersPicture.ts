import type { Audience } from "../api/audience";
import type { Drawn } from "../take/frame";
import { t } from "../text/text";
import { smallPicture } from "../trends/smallPicture";
import { formatCount } from "../ui/format";
import { platformName } from "../ui/names";
import { followerPoints } from "./words";

/** The small charts of the panel. */
export function followersPicture(audience: Audience): Drawn {
  const lines = audience.accounts.map((one) => ({
    name: `${platformName(one.account.platform)} ${one.account.handle}`,
    values: followerPoints(audience, one).map(({ metrics }) => metrics.followers?.value ?? null),
  }));
  return smallPicture(lines, { fromZero: false, format: formatCount, legend: [t("Followers per day.")] });
}
