import type { TimeEffect } from "../api/times";
import { plural, t, tell } from "../text/text";
import { DASH, formatCount } from "../ui/format";
import { liftInWords, timeName, VERDICTS } from "./words";

interface Props {
  effect: TimeEffect;
  /** The plain mean of its posts; null where there are none. */
  mean: string | null;
}

/** All that is known of an hour of the week. */
export function SlotFacts({ effect, mean }: Props) {
  return (
    <div className="tm-slotfacts" data-testid="slot-facts">
      <h3>{timeName(effect)}</h3>
      <dl className="tm-facts">
        <dt>{t("Verdict")}</dt>
        <dd>
          {tell(VERDICTS[effect.verdict].name)}: {tell(VERDICTS[effect.verdict].meaning)}
        </dd>
        <dt>{t("Lift")}</dt>
        <dd>
          {liftInWords(effect)}
          {effect.lift !== null && ` ${t("against your usual mix, 90% interval")}`}
        </dd>
        <dt>{t("Posts")}</dt>
        <dd>
          {plural(effect.posts, "{n} post", "{n} posts")}
          {effect.n_eff !== null &&
            `; ${t("what is known is worth {number} right then", { number: formatCount(effect.n_eff) })}`}
        </dd>
        <dt>{t("Better at all")}</dt>
        <dd>
          {effect.probability === null
            ? DASH
            : t("with a probability of {percent}%", { percent: Math.round(effect.probability * 100) })}
        </dd>
        <dt>{t("Plain mean")}</dt>
        <dd>
          {mean === null
            ? DASH
            : plural(effect.posts, "{mean}, of {n} post", "{mean}, of {n} posts", { mean })}
        </dd>
      </dl>
    </div>
  );
}
