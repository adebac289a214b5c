import { Button, Group, NativeSelect, Switch } from "@mantine/core";
import { canBeAnalysed } from "../api/trendAnalysis";
import type { TrendFigure } from "../api/types";
import { useView } from "../filters/useView";
import type { View } from "../filters/view";
import { t } from "../text/text";
import { figureName } from "../ui/names";

interface Props {
  metric: TrendFigure;
  /** The metrics that can be chosen. */
  offered: TrendFigure[];
  asTable: boolean;
  onTable: (asTable: boolean) => void;
}

const DAYS = "day";

/** What the trend shows, and how. All but the table stands in the address. */
export function TrendControls({ metric, offered, asTable, onTable }: Props) {
  const [view, change] = useView();
  const ofDays = view.granularity === undefined;
  return (
    <Group gap="xs" className="tm-trend-controls">
      <NativeSelect
        aria-label={t("Metric of the trend")}
        data={offered.map((one) => ({ value: one, label: figureName(one) }))}
        value={metric}
        onChange={(event) => {
          const chosen = event.currentTarget.value as TrendFigure;
          change((now) => ({ ...now, metric: chosen }));
        }}
      />
      <NativeSelect
        aria-label={t("Length of the steps")}
        data={[
          { value: DAYS, label: t("By day") },
          { value: "week", label: t("By week") },
          { value: "month", label: t("By month") },
        ]}
        value={view.granularity ?? DAYS}
        onChange={(event) => {
          const chosen = event.currentTarget.value;
          change((now) => withGranularity(now, chosen));
        }}
      />
      {ofDays && metric !== "engagement_rate" && (
        <Switch
          label={t("Mean of 7 days")}
          checked={view.average !== undefined}
          onChange={(event) => {
            const on = event.currentTarget.checked;
            change(({ average: _average, ...rest }) => (on ? { ...rest, average: "7" } : rest));
          }}
        />
      )}
      {ofDays && canBeAnalysed(metric) && (
        <Switch
          label={t("What is usual")}
          checked={view.usual === "on"}
          onChange={(event) => {
            const on = event.currentTarget.checked;
            change(({ usual: _usual, ...rest }) => (on ? { ...rest, usual: "on" } : rest));
          }}
        />
      )}
      <Button variant="default" aria-pressed={asTable} onClick={() => onTable(!asTable)}>
        {t("Show as table")}
      </Button>
    </Group>
  );
}

function withGranularity({ granularity: _granularity, ...rest }: View, chosen: string): View {
  return chosen === "week" || chosen === "month" ? { ...rest, granularity: chosen } : rest;
}
