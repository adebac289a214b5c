import { NativeSelect, SegmentedControl, Text } from "@mantine/core";
import type { PlatformComparison, SideFigures } from "../api/platforms";
import { options } from "../filters/options";
import type { Take } from "../take/take";
import { type Message, msg, t, tell } from "../text/text";
import { figureName } from "../ui/names";
import { Panel } from "../ui/Panel";
import { FIGURE_SETS, type FigureSet } from "./columns";
import { SideTable } from "./SideTable";
import { columnsOf, PER, type Per, type PlatformsView, type Sort, sortOf } from "./search";

interface Props {
  answer: PlatformComparison;
  all: SideFigures | undefined;
  view: PlatformsView;
  take: Take;
  onChange: (part: Partial<PlatformsView>) => void;
}

export function SidePanel({ answer, all, view, take, onChange }: Props) {
  const columns = columnsOf(view);
  const per = view.per ?? "total";
  return (
    <Panel title={t("Side by side")} take={take}>
      <div className="tm-sides-bar">
        <NativeSelect
          label={t("Figures")}
          data={Object.entries(FIGURE_SETS).map(([value, { label }]) => ({ value, label: tell(label) }))}
          value={view.figures ?? "summary"}
          onChange={(event) => onChange({ figures: event.currentTarget.value as FigureSet })}
        />
        <NativeSelect
          label={t("Order")}
          data={orders(columns)}
          value={sortOf(view)}
          onChange={(event) => onChange({ sort: event.currentTarget.value as Sort })}
        />
        <SegmentedControl
          aria-label={t("Figures are shown")}
          data={options(PER)}
          value={per}
          onChange={(value) => onChange({ per: value as Per })}
        />
      </div>
      <SideTable answer={answer} all={all} view={view} onSort={(sort) => onChange({ sort })} />
      <Text className="tm-note" mt="sm">
        {tell(NOTES[per])}
        {columns.some((key) => RATES_BY_PLATFORM.includes(key)) && ` ${tell(DENOMINATORS)}`}
      </Text>
    </Panel>
  );
}

const RATES_BY_PLATFORM: readonly string[] = ["engagement_rate", "virality"];
const DENOMINATORS = msg(
  "Rates are divided by what each platform tells: one by impressions and one by views do not compare, and have no bars then.",
);
const NOTES: Record<Per, Message> = {
  total: msg("A bar is as long as the figure beside the largest of its column."),
  post: msg(
    "Means over the posts published in the period, as they are now. Followers, posts and rates stay as they are.",
  ),
  follower: msg(
    "Totals divided by the followers at the end of the period. Followers, posts and rates stay as they are.",
  ),
};

function orders(columns: string[]) {
  return [
    { value: "platform", label: t("Name") },
    { value: "-platform", label: t("Name, from Z") },
    ...columns.flatMap((key) => [
      { value: `-${key}`, label: t("{metric}: most first", { metric: figureName(key) }) },
      { value: key, label: t("{metric}: least first", { metric: figureName(key) }) },
    ]),
  ];
}
