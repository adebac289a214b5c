import { NativeSelect, Select, TextInput } from "@mantine/core";
import type { Business } from "../api/types";
import { t } from "../text/text";
import { faultOf } from "./faults";
import { timeZones, weekdayChoices } from "./zones";

/** What a business is known by, and where its days and weeks begin. */
export type BusinessFacts = Pick<Business, "name" | "time_zone" | "week_start">;

/** The fields of which faults are told beside them. */
export const BUSINESS_FIELDS = ["name", "time_zone", "week_start"];

interface Props {
  facts: BusinessFacts;
  onChange: (facts: BusinessFacts) => void;
  zoneHint: string;
  /** What the server did not take. */
  error: Error | null;
}

export function BusinessFields({ facts, onChange, zoneHint, error }: Props) {
  return (
    <>
      <TextInput
        label={t("Name")}
        value={facts.name}
        onChange={(event) => onChange({ ...facts, name: event.currentTarget.value })}
        error={faultOf(error, "name")}
        maxLength={200}
        required
      />
      <Select
        label={t("Time zone")}
        description={zoneHint}
        data={timeZones()}
        value={facts.time_zone}
        onChange={(zone) => zone && onChange({ ...facts, time_zone: zone })}
        error={faultOf(error, "time_zone")}
        nothingFoundMessage={t("No such zone")}
        searchable
        allowDeselect={false}
      />
      <NativeSelect
        label={t("First day of the week")}
        data={weekdayChoices()}
        value={facts.week_start}
        onChange={(event) =>
          onChange({ ...facts, week_start: event.currentTarget.value as Business["week_start"] })
        }
        error={faultOf(error, "week_start")}
      />
    </>
  );
}
