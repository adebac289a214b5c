import { NativeSelect } from "@mantine/core";
import { type ComponentType, type SelectHTMLAttributes, startTransition, useEffect, useState } from "react";
import type { Business } from "../api/types";
import { t } from "../text/text";
import { onceSpare } from "./near";

const SEARCHABLE_FROM = 8;

export interface BusinessChoiceProps {
  businesses: Business[];
  current: Business | undefined;
  onPick: (business: number) => void;
}

/** Whose numbers are looked at. */
export function BusinessChoice(props: BusinessChoiceProps) {
  return props.businesses.length < SEARCHABLE_FROM ? <FromList {...props} /> : <Searchable {...props} />;
}

/**
 * What finds one among many takes the place of the browser's own list after the first look, and not while somebody is at
 * that: to make it takes as long as to make the head of the page around it.
 */
function Searchable(props: BusinessChoiceProps) {
  const [search, setSearch] = useState<{ Search: ComponentType<BusinessChoiceProps> }>();
  const [busy, setBusy] = useState(false);
  useEffect(() => {
    let left = false;
    const take = (loaded: { default: ComponentType<BusinessChoiceProps> }) => {
      if (!left) startTransition(() => setSearch({ Search: loaded.default }));
    };
    // The list stays where it cannot be had.
    const forget = onceSpare(() => void import("./BusinessSearch").then(take, () => undefined));
    return () => {
      left = true;
      forget();
    };
  }, []);
  return search && !busy ? (
    <search.Search {...props} />
  ) : (
    <FromList {...props} onFocus={() => setBusy(true)} onBlur={() => setBusy(false)} />
  );
}

type ListProps = BusinessChoiceProps & Pick<SelectHTMLAttributes<HTMLSelectElement>, "onFocus" | "onBlur">;

function FromList({ businesses, current, onPick, ...events }: ListProps) {
  const none = { value: "", label: t("Choose a business"), disabled: true };
  const all = businesses.map(({ business_id: id, name }) => ({ value: String(id), label: name }));
  return (
    <NativeSelect
      aria-label={t("Business")}
      className="tm-business"
      data={current ? all : [none, ...all]}
      value={current ? String(current.business_id) : ""}
      onChange={(event) => onPick(Number(event.currentTarget.value))}
      {...events}
    />
  );
}
