import type { Business } from "../api/types";
import { UserMenu } from "../auth/UserMenu";
import { Collected } from "../refresh/Collected";
import { RefreshButton } from "../refresh/RefreshButton";
import { t } from "../text/text";
import { BusinessChoice } from "./BusinessChoice";
import { ColorSchemeToggle } from "./ColorSchemeToggle";
import { Mark } from "./Mark";
import { PageLinks } from "./PageLinks";
import { PaletteButton } from "./PaletteButton";

interface Props {
  businesses: Business[];
  current: Business | undefined;
  onPick: (business: number) => void;
}

export function AppHeader({ businesses, current, onPick }: Props) {
  return (
    <>
      <header className="tm-header">
        <div className="tm-header-row">
          <span className="tm-product">
            <Mark size={28} />
            Tidemark
          </span>
          {businesses.length > 0 && (
            <BusinessChoice businesses={businesses} current={current} onPick={onPick} />
          )}
          {current?.demo && (
            <span className="tm-badge tm-badge-demo" data-testid="demo-badge">
              {t("Demonstration data")}
            </span>
          )}
          {current && (
            <div className="tm-collecting" key={current.business_id}>
              {current.refreshable && <RefreshButton business={current.business_id} />}
              <Collected business={current} />
            </div>
          )}
          <div className="tm-header-end">
            <PaletteButton />
            <ColorSchemeToggle />
            <UserMenu />
          </div>
        </div>
      </header>
      <PageLinks business={current?.business_id} />
    </>
  );
}
