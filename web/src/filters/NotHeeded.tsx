import { Text } from "@mantine/core";
import { t } from "../text/text";
import { joinWords } from "../ui/format";
import { type Narrowing, unheeded } from "./narrowing";
import { useView } from "./useView";

interface Props {
  /** What the numbers below are narrowed by. */
  heeded: readonly Narrowing[];
}

/**
 * Says so where a choice made elsewhere has no say here: content types and labels on followers, which belong to accounts,
 * and platforms and groups on pages of the one account that is chosen there.
 */
export function NotHeeded({ heeded }: Props) {
  const [view] = useView();
  const names = unheeded(view, heeded);
  if (names.length === 0) return null;
  return (
    <Text className="tm-note" mb="xs" data-testid="not-heeded">
      {t("The choice of {list} has no say here.", { list: joinWords(names) })}
    </Text>
  );
}
