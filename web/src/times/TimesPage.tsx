import { getRouteApi } from "@tanstack/react-router";
import { useCallback } from "react";
import { BEST_TIMES } from "../auth/returnTo";
import { ofBusiness } from "../filters/view";
import { t } from "../text/text";
import { BusinessPage } from "../ui/BusinessPage";
import type { TimesSearch } from "./search";
import { TimesOfBusiness } from "./TimesOfBusiness";
import "../styles/times.css";

const route = getRouteApi(BEST_TIMES);

export function TimesPage() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const open = useCallback(
    (business: number, replace: boolean) =>
      void navigate({
        search: (now) => (replace ? { ...now, business } : { ...ofBusiness(now, business), slot: undefined }),
        replace,
      }),
    [navigate],
  );
  const change = useCallback(
    (over: TimesSearch, replace = false) =>
      void navigate({ search: (now) => ({ ...now, ...over }), replace, resetScroll: false }),
    [navigate],
  );

  return (
    <BusinessPage
      title={t("Best times")}
      skipTo={t("the verdict")}
      wanted={search.business}
      onOpen={open}
      ofNumbers
    >
      {(business) => (
        <TimesOfBusiness key={business.business_id} business={business} search={search} onChange={change} />
      )}
    </BusinessPage>
  );
}
