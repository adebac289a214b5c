import { NativeSelect } from "@mantine/core";
import { getRouteApi } from "@tanstack/react-router";
import { EXPLAINED, type Explained } from "../api/why";
import { WHY } from "../auth/returnTo";
import { t } from "../text/text";
import { figureName } from "../ui/names";

const route = getRouteApi(WHY);

/** Which number is explained. */
export function ExplainChoice() {
  const { explain } = route.useSearch();
  const navigate = route.useNavigate();
  return (
    <NativeSelect
      className="tm-wide"
      label={t("Explain")}
      data={EXPLAINED.map((value) => ({ value, label: figureName(value) }))}
      value={explain ?? "engagement"}
      onChange={(event) => {
        const value = event.currentTarget.value as Explained;
        void navigate({ search: (view) => ({ ...view, explain: value }), resetScroll: false });
      }}
    />
  );
}
