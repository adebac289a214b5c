import { Select } from "@mantine/core";
import { t } from "../text/text";
import type { BusinessChoiceProps } from "./BusinessChoice";

/** One of many businesses, found by its name. */
export default function BusinessSearch({ businesses, current, onPick }: BusinessChoiceProps) {
  return (
    <Select
      aria-label={t("Business")}
      className="tm-business"
      data={businesses.map(({ business_id: id, name }) => ({ value: String(id), label: name }))}
      value={current ? String(current.business_id) : null}
      placeholder={t("Choose a business")}
      onChange={(value) => value && onPick(Number(value))}
      nothingFoundMessage={t("No business of this name")}
      allowDeselect={false}
      searchable
    />
  );
}
