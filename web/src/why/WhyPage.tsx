import { getRouteApi } from "@tanstack/react-router";
import { useCallback } from "react";
import { WHY } from "../auth/returnTo";
import { ofBusiness } from "../filters/view";
import { ShareButton } from "../share/ShareButton";
import { t } from "../text/text";
import { BusinessPage } from "../ui/BusinessPage";
import { WhyOfBusiness } from "./WhyOfBusiness";

const route = getRouteApi(WHY);

export function WhyPage() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const open = useCallback(
    (business: number, replace: boolean) =>
      void navigate({
        search: (view) => (replace ? { ...view, business } : ofBusiness(view, business)),
        replace,
      }),
    [navigate],
  );

  return (
    <BusinessPage
      title={t("Why it changed")}
      skipTo={t("the explanation")}
      wanted={search.business}
      onOpen={open}
      ofNumbers
      actions={(business) => <ShareButton business={business} page="why" view={search} />}
    >
      {(business) => <WhyOfBusiness key={business.business_id} business={business} />}
    </BusinessPage>
  );
}
