import type { Overview } from "../api/types";
import type { Card } from "./cards";
import { changeFacts, rateChangeFacts } from "./changeFacts";
import { type Facts, followersFacts, metricFacts, postsFacts, rateFacts } from "./facts";
import { originOf } from "./origin";
import type { Verdict } from "./verdict";

/** All that stands behind the number of a card. */
export function cardFacts(card: Card, overview: Overview, verdict: Verdict): Facts {
  const { definitions, comparison, published } = overview;
  const origin = originOf(card.name, overview);
  switch (card.kind) {
    case "count":
      return [
        ...metricFacts(card.figure, definitions, origin),
        ...(comparison ? changeFacts(card.name, card.figure, verdict) : []),
      ];
    case "rate":
      return [
        ...rateFacts(card.figure, definitions, origin),
        ...(comparison ? rateChangeFacts(card.figure, verdict) : []),
      ];
    case "followers":
      return followersFacts(card.figure, definitions, origin);
    case "posts":
      return postsFacts(published, definitions, origin);
  }
}
