import {
  ActionIcon,
  type MantineColorScheme,
  useComputedColorScheme,
  useMantineColorScheme,
} from "@mantine/core";
import { useCommands } from "../keys/useCommands";
import { AutoIcon, MoonIcon, SunIcon } from "./icons";

const SCHEMES = {
  auto: { label: "Colours: as the device", next: "light", Icon: AutoIcon },
  light: { label: "Colours: light", next: "dark", Icon: SunIcon },
  dark: { label: "Colours: dark", next: "auto", Icon: MoonIcon },
} as const satisfies Record<MantineColorScheme, unknown>;

export function ColorSchemeToggle() {
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const { label, next, Icon } = SCHEMES[colorScheme];
  const computed = useComputedColorScheme("light");
  useCommands({ dark: () => setColorScheme(computed === "dark" ? "light" : "dark") });
  return (
    <ActionIcon
      variant="default"
      size={36}
      aria-label={`${label}. Change to ${SCHEMES[next].label.replace("Colours: ", "")}`}
      title={label}
      onClick={() => setColorScheme(next)}
    >
      <Icon />
    </ActionIcon>
  );
}
