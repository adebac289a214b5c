import { Kbd, Switch, Text, Title } from "@mantine/core";
import { type Message, msg, rich, t, tell } from "../text/text";
import { Dialog } from "../ui/Dialog";
import { PAGES } from "../ui/pages";
import { COMMAND_IDS, COMMANDS, isOffered } from "./commands";
import { keyOfPage } from "./pages";

interface Props {
  on: boolean;
  onTurn: (on: boolean) => void;
  onClose: () => void;
}

interface Line {
  keys: string[];
  name: string;
}

const GROUPS = [msg("Period"), msg("View"), msg("Help")];
const KEY_NAMES: Record<string, Message> = { Escape: msg("Esc") };

/** Which keys do what, and whether they do. */
export function HelpSheet({ on, onTurn, onClose }: Props) {
  return (
    <Dialog title={t("Keyboard shortcuts")} size="xl" onClose={onClose}>
      <Switch
        label={t("Single-key shortcuts")}
        description={t("Remembered in this browser. They never fire while you type.")}
        checked={on}
        onChange={(event) => onTurn(event.currentTarget.checked)}
        mb="md"
      />
      <div className="tm-keys">
        <Group title={t("Pages")} lines={pageLines()} />
        {GROUPS.map((group) => (
          <Group key={tell(group)} title={tell(group)} lines={commandLines(group)} />
        ))}
      </div>
      <Text className="tm-note" mt="md">
        {rich(
          "These work on this page. <key>Ctrl</key> or <key>⌘</key> with <key>K</key> opens search and commands from anywhere, whether single keys are on or off.",
          { key: (inner) => <Kbd>{inner}</Kbd> },
        )}
      </Text>
    </Dialog>
  );
}

function Group({ title, lines }: { title: string; lines: Line[] }) {
  return (
    <section>
      <Title order={3} size="h5" mb={6}>
        {title}
      </Title>
      <dl className="tm-keys-list">
        {lines.map(({ keys, name }) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>
              {keys.map((key) => (
                <Kbd key={key}>{nameOf(key)}</Kbd>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function nameOf(key: string): string {
  const name = KEY_NAMES[key];
  return name ? tell(name) : key;
}

function pageLines(): Line[] {
  return PAGES.flatMap(({ to, name }) => {
    const key = keyOfPage(to);
    return key ? [{ keys: ["g", key], name: tell(name) }] : [];
  });
}

function commandLines(group: Message): Line[] {
  return COMMAND_IDS.flatMap((id) => {
    const command = COMMANDS[id];
    // Search is the palette where a page has no box of its own.
    const works = isOffered(id) || id === "search";
    return command.group === group && command.keys && works
      ? [{ keys: [command.keys], name: tell(command.name) }]
      : [];
  });
}
