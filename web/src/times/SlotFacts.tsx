import type { TimeEffect } from "../api/times";
import { countOf, DASH, formatCount } from "../ui/format";
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
        <dt>Verdict</dt>
        <dd>
          {VERDICTS[effect.verdict].name}: {VERDICTS[effect.verdict].meaning}
        </dd>
        <dt>Lift</dt>
        <dd>
          {liftInWords(effect)}
          {effect.lift !== null && " against your usual mix, 90 % interval"}
        </dd>
        <dt>Posts</dt>
        <dd>
          {countOf(effect.posts, "post")}
          {effect.n_eff !== null && `; what is known is worth ${formatCount(effect.n_eff)} right then`}
        </dd>
        <dt>Better at all</dt>
        <dd>
          {effect.probability === null
            ? DASH
            : `with a probability of ${Math.round(effect.probability * 100)} %`}
        </dd>
        <dt>Plain mean</dt>
        <dd>{mean === null ? DASH : `${mean}, of ${countOf(effect.posts, "post")}`}</dd>
      </dl>
    </div>
  );
}
