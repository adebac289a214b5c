import { getRouteApi } from "@tanstack/react-router";
import { useCallback } from "react";
import { CONNECTIONS } from "../auth/returnTo";
import { HealthBanner } from "../health/HealthBanner";
import { t } from "../text/text";
import { BusinessPage } from "../ui/BusinessPage";
import { ConnectionsOfBusiness } from "./ConnectionsOfBusiness";

const route = getRouteApi(CONNECTIONS);

export function ConnectionsPage() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const open = useCallback(
    (business: number, replace: boolean) =>
      void navigate({ search: (now) => (replace ? { ...now, business } : { business }), replace }),
    [navigate],
  );

  return (
    <BusinessPage
      title={t("Connections")}
      skipTo={t("the connections")}
      wanted={search.business}
      onOpen={open}
    >
      {(business) => (
        <>
          <HealthBanner business={business.business_id} />
          <ConnectionsOfBusiness
            key={business.business_id}
            business={business}
            search={search}
            onArrival={(arrival) =>
              void navigate({ search: { business: business.business_id, ...arrival }, replace: true })
            }
          />
        </>
      )}
    </BusinessPage>
  );
}
