import "../styles/settings.css";
import { getRouteApi, Link } from "@tanstack/react-router";
import { useCallback } from "react";
import type { Business } from "../api/types";
import { SETTINGS } from "../auth/returnTo";
import { t, tell } from "../text/text";
import { BusinessPage } from "../ui/BusinessPage";
import { AccountsSection } from "./AccountsSection";
import { BusinessSection } from "./BusinessSection";
import { DefinitionsSection } from "./DefinitionsSection";
import { KeysSection } from "./KeysSection";
import { LabelsSection } from "./LabelsSection";
import { MembersSection } from "./MembersSection";
import { PasswordSection } from "./PasswordSection";
import { SECTIONS, type Section } from "./search";

const route = getRouteApi(SETTINGS);

const SHOWN: Record<Section, (props: { business: Business }) => React.ReactNode> = {
  business: BusinessSection,
  definitions: DefinitionsSection,
  labels: LabelsSection,
  accounts: AccountsSection,
  members: MembersSection,
  keys: KeysSection,
  you: PasswordSection,
};

export function SettingsPage() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const open = useCallback(
    (business: number, replace: boolean) =>
      void navigate({ search: (now) => ({ ...now, business }), replace }),
    [navigate],
  );
  const section = search.section ?? "business";
  return (
    <BusinessPage title={t("Settings")} skipTo={t("the settings")} wanted={search.business} onOpen={open}>
      {(business) => <Sections key={business.business_id} business={business} section={section} />}
    </BusinessPage>
  );
}

function Sections({ business, section }: { business: Business; section: Section }) {
  const Shown = SHOWN[section];
  return (
    <div className="tm-settings">
      <nav className="tm-settings-nav" aria-label={t("Settings")}>
        {Object.entries(SECTIONS).map(([key, label]) => (
          <Link
            key={key}
            to={SETTINGS}
            search={{
              business: business.business_id,
              ...(key !== "business" && { section: key as Section }),
            }}
            aria-current={key === section ? "page" : undefined}
          >
            {tell(label)}
          </Link>
        ))}
      </nav>
      <div className="tm-settings-content">
        <Shown key={section} business={business} />
      </div>
    </div>
  );
}
