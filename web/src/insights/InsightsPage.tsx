import { getRouteApi } from "@tanstack/react-router";
import { useCallback } from "react";
import { INSIGHTS } from "../auth/returnTo";
import { ofBusiness } from "../filters/view";
import { t } from "../text/text";
import { BusinessPage } from "../ui/BusinessPage";
import { InsightsOfBusiness } from "./InsightsOfBusiness";

const route = getRouteApi(INSIGHTS);

export function InsightsPage() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const open = useCallback(
    (business: number, replace: boolean) =>
      void navigate({
        search: (now) => (replace ? { ...now, business } : ofBusiness(now, business)),
        replace,
      }),
    [navigate],
  );

  return (
    <BusinessPage
      title={t("Insights")}
      skipTo={t("the insights")}
      wanted={search.business}
      onOpen={open}
      ofNumbers
    >
      {(business) => (
        <InsightsOfBusiness
          key={business.business_id}
          business={business}
          search={search}
          onSearch={(changed) => void navigate({ search: changed })}
        />
      )}
    </BusinessPage>
  );
}
