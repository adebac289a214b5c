import { getRouteApi } from "@tanstack/react-router";
import { useCallback } from "react";
import { WHY } from "../auth/returnTo";
import { BusinessPage } from "../ui/BusinessPage";
import { WhyOfBusiness } from "./WhyOfBusiness";

const route = getRouteApi(WHY);

export function WhyPage() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const open = useCallback(
    (business: number, replace: boolean) =>
      void navigate({
        // Accounts are of one business.
        search: ({ account: _account, ...view }) => ({ ...view, business }),
        replace,
      }),
    [navigate],
  );

  return (
    <BusinessPage title="Why it changed" skipTo="the explanation" wanted={search.business} onOpen={open}>
      {(business) => <WhyOfBusiness key={business.business_id} business={business} />}
    </BusinessPage>
  );
}
