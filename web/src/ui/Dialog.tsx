import { Modal } from "@mantine/core";
import { type ReactNode, useEffect } from "react";
import { t } from "../text/text";

interface Props {
  title: string;
  size?: string;
  onClose: () => void;
  children: ReactNode;
}

/** Open as long as it is rendered. Put together from parts, because the library's own head is a second page header. */
export function Dialog({ title, size, onClose, children }: Props) {
  useEffect(() => {
    const before = document.activeElement;
    return () => {
      if (before instanceof HTMLElement) before.focus();
    };
  }, []);

  return (
    <Modal.Root opened onClose={onClose} size={size}>
      <Modal.Overlay />
      <Modal.Content>
        <div className="tm-dialog-head">
          <Modal.Title fw={600} className="tm-break">
            {title}
          </Modal.Title>
          <Modal.CloseButton aria-label={t("Close")} />
        </div>
        <Modal.Body>{children}</Modal.Body>
      </Modal.Content>
    </Modal.Root>
  );
}
