import { useQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { useCallback } from "react";
import { bestTimesQuery, LAST_DAYS } from "../api/times";
import type { Business } from "../api/types";
import { BEST_TIMES } from "../auth/returnTo";
import { ofBusiness } from "../filters/view";
import { ShareButton } from "../share/ShareButton";
import { t } from "../text/text";
import { BusinessPage } from "../ui/BusinessPage";
import { type TimesSearch, USUAL_METRIC } from "./search";
import { TimesOfBusiness } from "./TimesOfBusiness";
import "../styles/times.css";

const route = getRouteApi(BEST_TIMES);

/** Shares the times of the account that is shown, also where the address names none. */
function ShareTimes({ business, search }: { business: Business; search: TimesSearch }) {
  const metric = search.metric ?? USUAL_METRIC;
  const { data } = useQuery(bestTimesQuery(business.business_id, search, metric));
  if (!data?.account) return null;
  const view = { ...search, range: LAST_DAYS, account: [data.account.id], metric };
  return <ShareButton business={business} page="best_times" view={view} />;
}

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
      actions={(business) => <ShareTimes business={business} search={search} />}
    >
      {(business) => (
        <TimesOfBusiness key={business.business_id} business={business} search={search} onChange={change} />
      )}
    </BusinessPage>
  );
}
