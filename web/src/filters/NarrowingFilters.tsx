import { type Message, msg, tell } from "../text/text";
import { type Choice, ChoiceFilter } from "./ChoiceFilter";
import { NARROWINGS, type Narrowing } from "./narrowing";
import { useView } from "./useView";
import { toView, type View } from "./view";

const TITLES: Record<Narrowing, Message> = {
  platform: msg("Platforms"),
  account: msg("Accounts"),
  group: msg("Groups"),
  type: msg("Content types"),
  label: msg("Labels"),
};

/** Not every business has them; where it has none there is nothing to choose. */
const OPTIONAL: readonly Narrowing[] = ["group", "label"];

interface Props {
  narrows: readonly Narrowing[];
  choices: Record<Narrowing, Choice[]>;
  /** Whether each says what it is, where there is no room for a label. */
  named?: boolean;
}

/** Which accounts, kinds of posts and labels are looked at. */
export function NarrowingFilters({ narrows, choices, named = false }: Props) {
  const [view, change] = useView();
  return NARROWINGS.filter(
    (one) => narrows.includes(one) && (choices[one].length > 0 || !OPTIONAL.includes(one)),
  ).map((one) => (
    <ChoiceFilter
      key={one}
      named={named}
      title={tell(TITLES[one])}
      options={choices[one]}
      selected={(view[one] ?? []).map(String)}
      onSelect={(values) => change((now) => withChosen(now, one, values))}
    />
  ));
}

/** As if the address had said so: in fixed order, each once, and absent where nothing is chosen. */
function withChosen(view: View, narrowing: Narrowing, values: string[]): View {
  return { ...view, [narrowing]: toView({ [narrowing]: values })[narrowing] };
}
