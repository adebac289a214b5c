import { Button } from "@mantine/core";
import { useLanguageSwitch } from "./useLanguageSwitch";

/** For pages without a menu. */
export function LanguageSwitch() {
  const { other, name, change } = useLanguageSwitch();
  return (
    <Button variant="subtle" size="compact-sm" lang={other} onClick={change}>
      {name}
    </Button>
  );
}
