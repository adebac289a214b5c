import { NativeSelect, SegmentedControl, Text } from "@mantine/core";
import type { PlatformComparison, SideFigures } from "../api/platforms";
import type { Take } from "../take/take";
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

const SETS = Object.entries(FIGURE_SETS).map(([value, { label }]) => ({ value, label }));
const WAYS = Object.entries(PER).map(([value, label]) => ({ value, label }));

export function SidePanel({ answer, all, view, take, onChange }: Props) {
  const columns = columnsOf(view);
  const per = view.per ?? "total";
  return (
    <Panel title="Side by side" take={take}>
      <div className="tm-sides-bar">
        <NativeSelect
          label="Figures"
          data={SETS}
          value={view.figures ?? "summary"}
          onChange={(event) => onChange({ figures: event.currentTarget.value as FigureSet })}
        />
        <NativeSelect
          label="Order"
          data={orders(columns)}
          value={sortOf(view)}
          onChange={(event) => onChange({ sort: event.currentTarget.value as Sort })}
        />
        <SegmentedControl
          aria-label="Figures are shown"
          data={WAYS}
          value={per}
          onChange={(value) => onChange({ per: value as Per })}
        />
      </div>
      <SideTable answer={answer} all={all} view={view} onSort={(sort) => onChange({ sort })} />
      <Text className="tm-note" mt="sm">
        {NOTES[per]}
        {columns.some((key) => RATES_BY_PLATFORM.includes(key)) && ` ${DENOMINATORS}`}
      </Text>
    </Panel>
  );
}

const RATES_BY_PLATFORM: readonly string[] = ["engagement_rate", "virality"];
const DENOMINATORS =
  "Rates are divided by what each platform tells: one by impressions and one by views do not compare, and " +
  "have no bars then.";
const NOTES: Record<Per, string> = {
  total: "A bar is as long as the figure beside the largest of its column.",
  post: "Means over the posts published in the period, as they are now. Followers, posts and rates stay as they are.",
  follower:
    "Totals divided by the followers at the end of the period. Followers, posts and rates stay as they are.",
};

function orders(columns: string[]) {
  return [
    { value: "platform", label: "Name" },
    { value: "-platform", label: "Name, from Z" },
    ...columns.flatMap((key) => [
      { value: `-${key}`, label: `${figureName(key)}: most first` },
      { value: key, label: `${figureName(key)}: least first` },
    ]),
  ];
}
