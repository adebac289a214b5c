import { getRouteApi } from "@tanstack/react-router";
import { useCallback } from "react";
import { DIGEST } from "../auth/returnTo";
import { t } from "../text/text";
import { BusinessPage } from "../ui/BusinessPage";
import { DigestOfBusiness } from "./DigestOfBusiness";

const route = getRouteApi(DIGEST);

export function DigestPage() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const open = useCallback(
    (business: number, replace: boolean) => void navigate({ search: { business }, replace }),
    [navigate],
  );

  return (
    <BusinessPage title={t("The week")} skipTo={t("the digest")} wanted={search.business} onOpen={open}>
      {(business) => (
        <DigestOfBusiness
          key={business.business_id}
          business={business.business_id}
          week={search.week}
          onWeek={(week) => void navigate({ search: { business: business.business_id, week } })}
        />
      )}
    </BusinessPage>
  );
}
