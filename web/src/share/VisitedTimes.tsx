import { getRouteApi } from "@tanstack/react-router";
import { useCallback, useMemo } from "react";
import type { Visit } from "../api/shares";
import { VISIT } from "../auth/returnTo";
import { type TimesSearch, toTimesSearch } from "../times/search";
import { TimesOfBusiness } from "../times/TimesOfBusiness";

const route = getRouteApi(VISIT);

/** By what the times are judged is the visitor's choice; whose they are is not. */
export default function VisitedTimes({ visit }: { visit: Visit }) {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const times = useMemo(() => toTimesSearch({ ...search }), [search]);
  const change = useCallback(
    (over: TimesSearch, replace = false) =>
      void navigate({ search: (now) => ({ ...now, ...over }), replace, resetScroll: false }),
    [navigate],
  );
  return <TimesOfBusiness business={visit.business} search={times} onChange={change} />;
}
