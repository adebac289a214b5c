import { Button, Text } from "@mantine/core";
import { type DragEvent, useRef, useState } from "react";
import { t } from "../text/text";
import { UploadIcon } from "../ui/icons";

const INPUT = "tm-upload-input";

/** Opens the file picker of the page, from elsewhere on it. */
export function pickFiles(): void {
  document.getElementById(INPUT)?.click();
}

/** A button that opens the file picker, in an area that takes dropped files. */
export function DropArea({ onFiles }: { onFiles: (files: FileList) => void }) {
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);

  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    if (event.dataTransfer.files.length > 0) onFiles(event.dataTransfer.files);
  };

  return (
    // Dropping is an addition for the mouse; the button inside does the same with every device.
    // biome-ignore lint/a11y/noStaticElementInteractions: see above
    <div
      className={over ? "tm-drop tm-drop-over" : "tm-drop"}
      data-testid="drop-area"
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <input
        ref={input}
        id={INPUT}
        type="file"
        multiple
        hidden
        aria-label={t("Files to import")}
        data-testid="upload-input"
        onChange={(event) => {
          const { files } = event.currentTarget;
          if (files && files.length > 0) onFiles(files);
          // So that the same file can be chosen again after it was mended.
          event.currentTarget.value = "";
        }}
      />
      <Button leftSection={<UploadIcon />} onClick={() => input.current?.click()}>
        {t("Import files")}
      </Button>
      <Text size="sm" c="dimmed" mt="xs">
        {t("or drop them here: the files that platforms offer for download, or a zip of them.")}
      </Text>
    </div>
  );
}
