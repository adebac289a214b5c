import type { Effect } from "../api/works";

/** An effect that cannot be told, but for what a test says of it. */
export function effect(but: Partial<Effect>): Effect {
  return {
    kind: "hashtag",
    key: "#summer",
    name: "#summer",
    with: 38,
    without: 374,
    effect: 0.02,
    interval: [-0.06, 0.24],
    lfsr: 0.7,
    flagged: false,
    posts_missing: 64,
    evidence: {
      value: 0.02,
      lo: -0.06,
      hi: 0.24,
      level: 0.9,
      n: 412,
      n_eff: 30,
      coverage: { unit: "post", reporting: 412, expected: 415, items: 415 },
      provisional_share: 0,
      as_of: "2026-11-20T12:00:00Z",
      method: "what_works/1",
      status: "not_enough_data",
      reason_code: "no_clear_difference",
    },
    ...but,
  };
}
