import { ActionIcon, type MantineColorScheme, useMantineColorScheme } from "@mantine/core";
import { AutoIcon, MoonIcon, SunIcon } from "./icons";

const SCHEMES = {
  auto: { label: "Colours: as the device", next: "light", Icon: AutoIcon },
  light: { label: "Colours: light", next: "dark", Icon: SunIcon },
  dark: { label: "Colours: dark", next: "auto", Icon: MoonIcon },
} as const satisfies Record<MantineColorScheme, unknown>;

export function ColorSchemeToggle() {
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const { label, next, Icon } = SCHEMES[colorScheme];
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
