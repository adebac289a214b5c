import { Alert, Button, Code, CopyButton, Group, Stack, Text } from "@mantine/core";
import { t } from "../text/text";
import { Dialog } from "../ui/Dialog";

interface Props {
  title: string;
  /** What it is for. */
  about: string;
  secret: string;
  onClose: () => void;
}

/** Shows something that the server does not keep and cannot show again. */
export function SecretOnce({ title, about, secret, onClose }: Props) {
  return (
    <Dialog title={title} size="lg" onClose={onClose}>
      <Stack>
        <Text>{about}</Text>
        <Code block className="tm-settings-secret" data-testid="secret">
          {secret}
        </Code>
        <Alert color="yellow">
          {t("It is shown this once. Whoever has it can use it: pass it on with care.")}
        </Alert>
        <Group justify="flex-end">
          <CopyButton value={secret}>
            {({ copied, copy }) => (
              <Button variant="default" onClick={copy}>
                {copied ? t("Copied") : t("Copy")}
              </Button>
            )}
          </CopyButton>
          <Button onClick={onClose}>{t("I have it")}</Button>
        </Group>
      </Stack>
    </Dialog>
  );
}
