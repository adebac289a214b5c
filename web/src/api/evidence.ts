import type { Schemas } from "./schemas";

export type EvidenceStatus = Schemas["EvidenceStatus"];

/** What a finding rests on. Every finding carries all of it, and every page shows all of it. */
export type Evidence = Schemas["Evidence"];
