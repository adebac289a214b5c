import { Alert, Button, CopyButton, Group, TextInput } from "@mantine/core";
import { t } from "../text/text";

/** A link, told once. */
export function MadeLink({ link }: { link: string }) {
  return (
    <Alert color="teal" title={t("The link is made")} className="tm-share-made">
      <Group align="flex-end" gap="xs" wrap="nowrap">
        <TextInput
          label={t("Copy it now: it cannot be shown again")}
          value={link}
          readOnly
          data-testid="share-link"
          className="tm-share-link"
          onFocus={(event) => event.currentTarget.select()}
        />
        <CopyButton value={link}>
          {({ copied, copy }) => (
            <Button variant="default" onClick={copy}>
              {copied ? t("Copied") : t("Copy")}
            </Button>
          )}
        </CopyButton>
      </Group>
    </Alert>
  );
}
