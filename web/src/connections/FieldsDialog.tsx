import { Alert, Button, PasswordInput, Stack, Text, TextInput } from "@mantine/core";
import { type FormEvent, useState } from "react";
import type { ConnectionPlatform } from "../api/connections";
import { english, ofServer, t } from "../text/text";
import { Dialog } from "../ui/Dialog";
import { ErrorText } from "../ui/ErrorText";
import { useConnect } from "./useConnect";

interface FieldsDialogProps {
  business: number;
  platform: ConnectionPlatform;
  /** The connection that is to be made good again. */
  again?: number;
  onClose: () => void;
}

/** What a platform wants to know before, or instead of, a sign-in on a page of its own. */
export function FieldsDialog({ business, platform, again, onClose }: FieldsDialogProps) {
  const [told, setTold] = useState<Record<string, string>>({});
  const connect = useConnect(business);

  function submit(event: FormEvent) {
    event.preventDefault();
    connect.mutate(
      { login: platform.login, again, fields: told },
      { onSuccess: ({ connection_id }) => connection_id !== null && onClose() },
    );
  }

  return (
    <Dialog onClose={onClose} title={t("Connect {platform}", { platform: ofServer(platform.title) })}>
      <form onSubmit={submit} autoComplete="off">
        <Stack>
          {platform.fields.map((field, position) => {
            const Input = field.secret ? PasswordInput : TextInput;
            return (
              <Input
                key={field.name}
                label={english(field.label)}
                description={english(field.hint)}
                placeholder={field.otherwise ?? undefined}
                withAsterisk={field.otherwise === null}
                data-autofocus={position === 0 || undefined}
                autoComplete="off"
                value={told[field.name] ?? ""}
                onChange={(event) => setTold({ ...told, [field.name]: event.currentTarget.value })}
              />
            );
          })}
          {connect.isError && (
            <Alert color="red" role="alert" title={t("Not connected")}>
              <ErrorText error={connect.error} />
            </Alert>
          )}
          <Button type="submit" loading={connect.isPending || connect.isSuccess}>
            {t("Connect")}
          </Button>
          <Text size="sm" c="dimmed">
            {t("Tidemark only reads.")}{" "}
            {platform.fields.some((field) => field.secret) &&
              t("A password is used once, for a sign-in of its own, and is not kept.")}
          </Text>
        </Stack>
      </form>
    </Dialog>
  );
}
