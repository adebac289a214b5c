import { useMediaQuery } from "@mantine/hooks";
import { t } from "../text/text";
import { PageBar } from "./PageBar";
import { type OfBusiness, PageGroups } from "./PageGroups";

/** As in `first.css`. */
const WIDE = "(min-width: 1100px)";

/** The pages of the dashboard, for the business that is shown: a rail where there is room for one, else a bar. */
export function PageLinks({ business }: OfBusiness) {
  const wide = useMediaQuery(WIDE, undefined, { getInitialValueInEffect: false });
  return wide ? (
    <nav className="tm-nav" aria-label={t("Pages")}>
      <PageGroups business={business} />
    </nav>
  ) : (
    <PageBar business={business} />
  );
}
