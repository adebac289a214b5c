import { ActionIcon, NativeSelect } from "@mantine/core";
import type { DateSpan } from "../api/types";
import { PERIOD_COMMANDS } from "../keys/commands";
import { useCommands } from "../keys/useCommands";
import { type Message, msg, t, tell } from "../text/text";
import { formatSpan } from "../ui/format";
import { DEFAULT_RANGE, type Preset, RANGES, type Range, rangeName } from "./ranges";
import { type Step, stepPeriod } from "./step";
import { useView } from "./useView";
import { withPeriod } from "./view";

interface Props {
  shown: DateSpan | undefined;
  /** Of the business, where the view looks at the past that day. */
  today: string;
}

interface ChoiceProps extends Props {
  /** Whether own dates stand nowhere beside it, so that it has to tell them. */
  alone?: boolean;
  onOwnDates: () => void;
}

const OWN_DATES = "dates";

const GROUPS: { group: Message; presets: Preset[] }[] = [
  {
    group: msg("Days"),
    presets: [
      "today",
      "yesterday",
      "last_7_days",
      "last_28_days",
      "last_30_days",
      "last_90_days",
      "last_365_days",
    ],
  },
  { group: msg("Up to today"), presets: ["this_week", "this_month", "this_quarter", "this_year"] },
  {
    group: msg("Whole"),
    presets: ["last_week", "last_month", "last_quarter", "last_year", "last_12_months"],
  },
  { group: msg("More"), presets: ["all"] },
];

/** Which days the numbers are about, by a name that moves on with the days. */
export function PeriodChoice({ shown, today, alone = false, onOwnDates }: ChoiceProps) {
  const [view, change] = useView();
  useCommands(
    Object.fromEntries(
      PERIOD_COMMANDS.map((range) => [range, () => change((now) => withPeriod(now, { range }))]),
    ),
  );
  return (
    <div className="tm-fb-period tm-wide">
      <StepButton shown={shown} today={today} step={-1} />
      <NativeSelect
        label={t("Period")}
        rightSectionWidth={24}
        data={choices(
          view.range,
          alone && view.from && shown ? formatSpan(shown) : t("Own dates"),
          shown !== undefined,
        )}
        value={view.from ? OWN_DATES : (view.range ?? DEFAULT_RANGE)}
        onChange={(event) => {
          const value = event.currentTarget.value;
          if (value !== OWN_DATES) change((now) => withPeriod(now, { range: value as Range }));
          else if (shown) {
            change((now) => withPeriod(now, shown));
            onOwnDates();
          }
        }}
      />
      <StepButton shown={shown} today={today} step={1} />
    </div>
  );
}

function choices(range: Range | undefined, ownDates: string, dated: boolean) {
  const typed = range && !Object.hasOwn(RANGES, range) ? [{ value: range, label: rangeName(range) }] : [];
  return GROUPS.map(({ group, presets }) => ({
    group: tell(group),
    items: [
      ...presets.map((value): { value: string; label: string; disabled?: boolean } => ({
        value,
        label: tell(RANGES[value]),
      })),
      ...(presets.includes("all") ? [...typed, { value: OWN_DATES, label: ownDates, disabled: !dated }] : []),
    ],
  }));
}

function StepButton({ shown, today, step }: Props & { step: Step }) {
  const [view, change] = useView();
  const next = shown && stepPeriod(shown, view.from ? undefined : view.range, step, today);
  const go = next && (() => change((now) => withPeriod(now, next)));
  useCommands(step === 1 ? { step_forward: go } : { step_back: go });
  return (
    <ActionIcon
      variant="default"
      size={36}
      aria-label={step === 1 ? t("The period after") : t("The period before")}
      disabled={!go}
      onClick={go}
    >
      <span aria-hidden="true">{step === 1 ? "›" : "‹"}</span>
    </ActionIcon>
  );
}
