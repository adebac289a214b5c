import { useQuery } from "@tanstack/react-query";
import { accountsQuery, labelsQuery } from "../api/queries";
import { CONTENT_TYPES } from "../api/types";
import { platformName } from "../ui/names";
import { PlatformLabel } from "../ui/PlatformLabel";
import { ChoiceFilter } from "./ChoiceFilter";
import { labelFilters, labelInWords } from "./labels";
import { useView } from "./useView";

/** Which accounts, kinds of posts and labels are looked at. */
export function PostFilters({ business }: { business: number }) {
  const [view, change] = useView();
  const accounts = useQuery(accountsQuery(business)).data ?? [];
  const labels = useQuery(labelsQuery(business)).data ?? [];
  const filters = [...new Set([...labelFilters(labels), ...(view.label ?? [])])];

  return (
    <>
      <ChoiceFilter
        title="Accounts"
        options={accounts.map(({ account_id: id, name, handle, platform }) => ({
          value: String(id),
          name: `${name ?? handle} (${platformName(platform)})`,
          label: (
            <>
              {name ?? handle} · <PlatformLabel platform={platform} />
            </>
          ),
        }))}
        selected={(view.account ?? []).map(String)}
        onSelect={(ids) => change((now) => ({ ...now, account: orAbsent(ids.map(Number)) }))}
      />
      <ChoiceFilter
        title="Content types"
        options={CONTENT_TYPES.map((type) => ({ value: type, name: type }))}
        selected={view.type ?? []}
        onSelect={(types) =>
          change((now) => ({ ...now, type: orAbsent(CONTENT_TYPES.filter((type) => types.includes(type))) }))
        }
      />
      <ChoiceFilter
        title="Labels"
        options={filters.map((filter) => ({ value: filter, name: labelInWords(filter) }))}
        selected={view.label ?? []}
        onSelect={(chosen) => change((now) => ({ ...now, label: orAbsent(chosen) }))}
      />
    </>
  );
}

function orAbsent<T>(values: T[]): T[] | undefined {
  return values.length > 0 ? values : undefined;
}
