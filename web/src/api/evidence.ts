import type { Coverage } from "./types";

export type EvidenceStatus = "ok" | "provisional" | "weak" | "not_enough_data" | "not_provided";

/** What a finding rests on. Every finding carries all of it, and every page shows all of it. */
export interface Evidence {
  value: number | null;
  lo: number | null;
  hi: number | null;
  level: number | null;
  n: number;
  n_eff: number | null;
  coverage: Coverage;
  provisional_share: number;
  as_of: string;
  method: string;
  status: EvidenceStatus;
  reason_code: string;
}
