import { useLocalStorage } from "@mantine/hooks";

/** Whether single keys do anything, remembered in this browser. */
export function useShortcutsOn(): [boolean, (on: boolean) => void] {
  const [on, setOn] = useLocalStorage({
    key: "tidemark-shortcuts",
    defaultValue: true,
    getInitialValueInEffect: false,
  });
  return [on, setOn];
}
