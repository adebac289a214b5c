import { Kbd, Switch, Text, Title } from "@mantine/core";
import { Dialog } from "../ui/Dialog";
import { PAGES } from "../ui/PageLinks";
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

const KEY_NAMES: Record<string, string> = { Escape: "Esc" };

/** Which keys do what, and whether they do. */
export function HelpSheet({ on, onTurn, onClose }: Props) {
  return (
    <Dialog title="Keyboard shortcuts" size="xl" onClose={onClose}>
      <Switch
        label="Single-key shortcuts"
        description="Remembered in this browser. They never fire while you type."
        checked={on}
        onChange={(event) => onTurn(event.currentTarget.checked)}
        mb="md"
      />
      <div className="tm-keys">
        <Group title="Pages" lines={pageLines()} />
        {(["Period", "View", "Help"] as const).map((group) => (
          <Group key={group} title={group} lines={commandLines(group)} />
        ))}
      </div>
      <Text className="tm-note" mt="md">
        These work on this page. <Kbd>Ctrl</Kbd> or <Kbd>⌘</Kbd> with <Kbd>K</Kbd> opens search and commands
        from anywhere, whether single keys are on or off.
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
                <Kbd key={key}>{KEY_NAMES[key] ?? key}</Kbd>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function pageLines(): Line[] {
  return PAGES.flatMap(({ to, name }) => {
    const key = keyOfPage(to);
    return key ? [{ keys: ["g", key], name }] : [];
  });
}

function commandLines(group: string): Line[] {
  return COMMAND_IDS.flatMap((id) => {
    const command = COMMANDS[id];
    // Search is the palette where a page has no box of its own.
    const works = isOffered(id) || id === "search";
    return command.group === group && command.keys && works
      ? [{ keys: [command.keys], name: command.name }]
      : [];
  });
}
