import { useCallback, useState } from "react";
import type { Visit } from "../api/shares";
import { parseSearch } from "../filters/view";
import { type TimesSearch, toTimesSearch } from "../times/search";
import { TimesOfBusiness } from "../times/TimesOfBusiness";

/** By what the times are judged is the visitor's choice; whose they are is not. */
export default function VisitedTimes({ visit }: { visit: Visit }) {
  const [search, setSearch] = useState<TimesSearch>(() => {
    const { metric } = toTimesSearch(parseSearch(visit.search));
    return { metric };
  });
  const change = useCallback((over: TimesSearch) => setSearch((now) => ({ ...now, ...over })), []);
  return <TimesOfBusiness business={visit.business} search={search} onChange={change} />;
}
