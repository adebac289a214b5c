import { getRouteApi } from "@tanstack/react-router";
import { useCallback } from "react";
import { HEALTH } from "../auth/returnTo";
import { t } from "../text/text";
import { BusinessPage } from "../ui/BusinessPage";
import { HealthOfBusiness } from "./HealthOfBusiness";

const route = getRouteApi(HEALTH);

export function HealthPage() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const open = useCallback(
    (business: number, replace: boolean) => void navigate({ search: { business }, replace }),
    [navigate],
  );

  return (
    <BusinessPage title={t("Data health")} skipTo={t("the accounts")} wanted={search.business} onOpen={open}>
      {(business) => <HealthOfBusiness key={business.business_id} business={business} />}
    </BusinessPage>
  );
}
