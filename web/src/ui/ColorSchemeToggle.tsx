import {
  ActionIcon,
  type MantineColorScheme,
  useComputedColorScheme,
  useMantineColorScheme,
} from "@mantine/core";
import { useCommands } from "../keys/useCommands";
import { msg, t, tell } from "../text/text";
import { AutoIcon, MoonIcon, SunIcon } from "./icons";

const SCHEMES = {
  auto: { name: msg("as the device"), next: "light", Icon: AutoIcon },
  light: { name: msg("light"), next: "dark", Icon: SunIcon },
  dark: { name: msg("dark"), next: "auto", Icon: MoonIcon },
} as const satisfies Record<MantineColorScheme, unknown>;

export function ColorSchemeToggle() {
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const { name, next, Icon } = SCHEMES[colorScheme];
  const computed = useComputedColorScheme("light");
  useCommands({ dark: () => setColorScheme(computed === "dark" ? "light" : "dark") });
  return (
    <ActionIcon
      variant="default"
      size={36}
      aria-label={t("Colours: {now}. Change to {next}", { now: tell(name), next: tell(SCHEMES[next].name) })}
      title={t("Colours: {now}", { now: tell(name) })}
      onClick={() => setColorScheme(next)}
    >
      <Icon />
    </ActionIcon>
  );
}
