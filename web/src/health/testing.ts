import type { AccountHealth, Condition, PlatformSpend } from "../api/health";

const WELL: Condition = {
  state: "good",
  fault: null,
  problem: null,
  problem_said: null,
  since: null,
  advice: null,
};

/** An account that is well, but for what is said of it. */
export function account(
  over: Partial<Omit<AccountHealth, "condition">> & Partial<Condition> = {},
): AccountHealth {
  const { state, fault, problem, problem_said, since, advice, ...rest } = over;
  const condition = Object.fromEntries(
    Object.entries({ state, fault, problem, problem_said, since, advice }).filter(
      ([, value]) => value !== undefined,
    ),
  );
  return {
    account_id: 1007,
    platform: "instagram",
    handle: "acme",
    name: "Acme",
    connection_id: 2001,
    login: "facebook",
    condition: { ...WELL, ...condition },
    last_success_at: null,
    next_run_at: null,
    backfill: { done: false, done_at: null, posts_found: 0 },
    ends_at: null,
    days_left: null,
    missing: [],
    caveats: [],
    quarantined: 0,
    limits: { closed: [], used: [] },
    calendar: { from: "2026-01-01", days: [] },
    ...rest,
  };
}

export function spend(over: Partial<PlatformSpend> = {}): PlatformSpend {
  return {
    platform: "x",
    billed: true,
    calls_today: 41,
    failed_today: 0,
    resources_this_month: 3120,
    dollars_this_month: 15.6,
    dollars_forecast: 19.5,
    budget: { calls_per_day: null, dollars_per_month: null },
    ...over,
  };
}
