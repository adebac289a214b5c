import { CloseButton, TextInput } from "@mantine/core";
import { useDebouncedCallback } from "@mantine/hooks";
import { useEffect, useRef, useState } from "react";
import { useCommands } from "../keys/useCommands";
import { t } from "../text/text";
import { LONGEST_SEARCH } from "./search";

const PAUSE_MS = 300;

interface Props {
  search: string;
  onSearch: (search: string) => void;
}

/** Searches once the reader pauses. */
export function SearchBox({ search, onSearch }: Props) {
  const [text, setText] = useState(search);
  const later = useDebouncedCallback(onSearch, PAUSE_MS);
  // Back, forward and other controls change it too.
  useEffect(() => setText(search), [search]);
  const type = (typed: string) => {
    setText(typed);
    later(typed);
  };

  const box = useRef<HTMLInputElement>(null);
  useCommands({ search: () => box.current?.focus() });

  return (
    <TextInput
      ref={box}
      className="tm-posts-search"
      type="search"
      label={t("Search in texts")}
      placeholder={t("Words of a post")}
      value={text}
      maxLength={LONGEST_SEARCH}
      onChange={(event) => type(event.currentTarget.value)}
      rightSection={
        text && <CloseButton size="sm" aria-label={t("Clear the search")} onClick={() => type("")} />
      }
    />
  );
}
