import { NativeSelect } from "@mantine/core";
import { lazy, Suspense } from "react";
import type { Business } from "../api/types";
import { t } from "../text/text";

/** Most have a few businesses, and the browser's own list of them; what finds one among many is fetched by those who have. */
const BusinessSearch = lazy(() => import("./BusinessSearch"));
const SEARCHABLE_FROM = 8;

export interface BusinessChoiceProps {
  businesses: Business[];
  current: Business | undefined;
  onPick: (business: number) => void;
}

/** Whose numbers are looked at. */
export function BusinessChoice(props: BusinessChoiceProps) {
  return props.businesses.length < SEARCHABLE_FROM ? (
    <FromList {...props} />
  ) : (
    <Suspense fallback={<FromList {...props} />}>
      <BusinessSearch {...props} />
    </Suspense>
  );
}

function FromList({ businesses, current, onPick }: BusinessChoiceProps) {
  const none = { value: "", label: t("Choose a business"), disabled: true };
  const all = businesses.map(({ business_id: id, name }) => ({ value: String(id), label: name }));
  return (
    <NativeSelect
      aria-label={t("Business")}
      className="tm-business"
      data={current ? all : [none, ...all]}
      value={current ? String(current.business_id) : ""}
      onChange={(event) => onPick(Number(event.currentTarget.value))}
    />
  );
}
