import { Autocomplete, Select, TagsInput, TextInput } from "@mantine/core";
import type { TableMapping } from "../api/types";
import { t } from "../text/text";
import { PLATFORM } from "../ui/names";
import { type Fault, faultProps } from "./faults";
import { DECIMALS, dateOrders, rowKinds } from "./mapping";
import { ownTimeZone } from "./questions";

const PLATFORMS = Object.entries(PLATFORM).map(([value, { name }]) => ({ value, label: name }));
const ZONES = [...new Set([ownTimeZone(), "UTC", ...Intl.supportedValuesOf("timeZone")])];
const ZONES_SHOWN = 8;

interface Props {
  mapping: TableMapping;
  fault?: Fault;
  onChange: (part: Partial<TableMapping>) => void;
}

/** What holds for all rows of a table. */
export function MappingFields({ mapping, fault, onChange }: Props) {
  return (
    <div className="tm-fields tm-fields-wide">
      <TextInput
        label={t("Name of this mapping")}
        value={mapping.name}
        onChange={(event) => onChange({ name: event.currentTarget.value })}
        {...faultProps(fault, "name")}
      />
      <Select
        label={t("A row is")}
        data={rowKinds()}
        value={mapping.rows}
        allowDeselect={false}
        onChange={(rows) => rows && onChange({ rows: rows as TableMapping["rows"] })}
        {...faultProps(fault, "rows")}
      />
      <Select
        label={t("Platform")}
        data={PLATFORMS}
        value={mapping.platform}
        placeholder={t("As a column says")}
        clearable
        allowDeselect={false}
        onChange={(platform) => onChange({ platform: platform as TableMapping["platform"] })}
        {...faultProps(fault, "platform")}
      />
      <TextInput
        label={t("Account handle")}
        value={mapping.account ?? ""}
        placeholder={t("As a column says")}
        onChange={(event) => onChange({ account: event.currentTarget.value || null })}
        {...faultProps(fault, "account")}
      />
      <Select
        label={t("Dates are written")}
        data={dateOrders()}
        value={mapping.date_order}
        placeholder={t("Choose")}
        clearable
        allowDeselect={false}
        onChange={(order) => onChange({ date_order: order as TableMapping["date_order"] })}
        {...faultProps(fault, "date_order")}
      />
      <Autocomplete
        label={t("Time zone of times")}
        data={ZONES}
        limit={ZONES_SHOWN}
        openOnFocus={false}
        value={mapping.time_zone ?? ""}
        placeholder={t("Such as {zone}", { zone: ownTimeZone() })}
        onChange={(zone) => onChange({ time_zone: zone || null })}
        {...faultProps(fault, "time_zone")}
      />
      <Select
        label={t("Numbers are written")}
        data={DECIMALS}
        value={mapping.decimal}
        placeholder={t("As they look")}
        clearable
        allowDeselect={false}
        onChange={(decimal) => onChange({ decimal: decimal as TableMapping["decimal"] })}
        {...faultProps(fault, "decimal")}
      />
      <TagsInput
        label={t("Missing is written")}
        value={mapping.missing}
        placeholder={mapping.missing.length > 0 ? undefined : t("Such as -1, then Enter")}
        splitChars={[]}
        onChange={(missing) => onChange({ missing })}
        {...faultProps(fault, "missing")}
      />
    </div>
  );
}
