import { Select } from "@mantine/core";
import type { BusinessChoiceProps } from "./BusinessChoice";

/** One of many businesses, found by its name. */
export default function BusinessSearch({ businesses, current, onPick }: BusinessChoiceProps) {
  return (
    <Select
      aria-label="Business"
      className="tm-business"
      data={businesses.map(({ business_id: id, name }) => ({ value: String(id), label: name }))}
      value={current ? String(current.business_id) : null}
      placeholder="Choose a business"
      onChange={(value) => value && onPick(Number(value))}
      nothingFoundMessage="No business of this name"
      allowDeselect={false}
      searchable
    />
  );
}
