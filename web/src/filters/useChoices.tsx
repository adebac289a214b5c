import { useQuery } from "@tanstack/react-query";
import { accountsQuery, labelsQuery } from "../api/queries";
import { type Account, CONTENT_TYPES, PLATFORMS } from "../api/types";
import { platformName, typeName } from "../ui/names";
import { PlatformLabel } from "../ui/PlatformLabel";
import type { Choice } from "./ChoiceFilter";
import { type LabelName, labelFilters, labelInWords } from "./labels";
import type { Narrowing } from "./narrowing";
import type { View } from "./view";

const NO_ACCOUNTS: Account[] = [];
const NO_LABELS: LabelName[] = [];

/**
 * What a business can be narrowed to. What the address names is offered as well, so that it can be taken back.
 *
 * @param shown whether the choices are in sight, and have to be known
 */
export function useChoices(business: number, view: View, shown = true): Record<Narrowing, Choice[]> {
  const accounts = useQuery({ ...accountsQuery(business), enabled: shown }).data ?? NO_ACCOUNTS;
  const labels = useQuery({ ...labelsQuery(business), enabled: shown }).data ?? NO_LABELS;
  const present = new Set([...(view.platform ?? []), ...accounts.map(({ platform }) => platform)]);
  const groups = new Set([...accounts.flatMap((account) => account.groups), ...(view.group ?? [])]);
  const filters = new Set([...labelFilters(labels), ...(view.label ?? [])]);
  return {
    platform: PLATFORMS.filter((one) => present.has(one)).map((one) => ({
      value: one,
      name: platformName(one),
      label: <PlatformLabel platform={one} />,
    })),
    account: accounts.map(ofAccount),
    group: [...groups].sort().map((one) => ({ value: one, name: one })),
    type: CONTENT_TYPES.map((one) => ({ value: one, name: typeName(one) })),
    label: [...filters].map((one) => ({ value: one, name: labelInWords(one) })),
  };
}

function ofAccount({ account_id: id, name, handle, platform }: Account): Choice {
  return {
    value: String(id),
    name: `${name ?? handle} (${platformName(platform)})`,
    label: (
      <>
        {name ?? handle} · <PlatformLabel platform={platform} />
      </>
    ),
  };
}
