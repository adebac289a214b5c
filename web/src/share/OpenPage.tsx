import "../styles/share.css";
import { Alert, Button, Group, PasswordInput, Stack, Text, Title } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { type FormEvent, type ReactNode, useEffect, useRef, useState } from "react";
import { ApiError } from "../api/client";
import { openShare } from "../api/shares";
import { VISIT } from "../auth/returnTo";
import { LanguageSwitch } from "../text/LanguageSwitch";
import { t } from "../text/text";
import { ErrorText } from "../ui/ErrorText";
import { Mark } from "../ui/Mark";
import { looksOf } from "./search";

/** Where a link leads first: hands its secret over once, and takes it out of the address. */
export function OpenPage() {
  const [token] = useState(() => window.location.hash.slice(1));
  const [password, setPassword] = useState("");
  const asked = useRef(false);
  const navigate = useNavigate();
  const open = useMutation({
    mutationFn: (given?: string) => openShare({ token, password: given }),
    onSuccess: (visit) =>
      navigate({
        to: VISIT,
        params: { share: visit.share },
        search: looksOf(visit.search),
        hash: "",
        replace: true,
      }),
  });
  const { mutate } = open;

  useEffect(() => {
    document.title = `${t("A shared page")} · Tidemark`;
    if (!asked.current && token) {
      asked.current = true;
      mutate(undefined);
    }
  }, [mutate, token]);

  const code = open.error instanceof ApiError ? open.error.problem.code : undefined;
  const wantsPassword =
    code === "password_needed" || code === "wrong_password" || code === "too_many_attempts";
  const submit = (event: FormEvent) => {
    event.preventDefault();
    mutate(password);
  };

  return (
    <main className="tm-sign-in">
      <div className="tm-panel tm-share-door">
        <Stack gap="md">
          <Group justify="space-between">
            <div className="tm-product">
              <Mark size={30} />
              Tidemark
            </div>
            <LanguageSwitch />
          </Group>
          <Title order={1} size="h2">
            {t("A page that was shared with you")}
          </Title>
          {wantsPassword || (open.isPending && password) ? (
            <form onSubmit={submit}>
              <Stack>
                <Text size="sm">{t("It wants the password that you were told beside the link.")}</Text>
                <div aria-live="assertive">
                  {code !== "password_needed" && open.error && (
                    <Alert color="red" title={t("Not opened")}>
                      <ErrorText error={open.error} />
                    </Alert>
                  )}
                </div>
                <PasswordInput
                  label={t("Password of the link")}
                  autoComplete="off"
                  required
                  withAsterisk={false}
                  autoFocus
                  value={password}
                  onChange={(event) => setPassword(event.currentTarget.value)}
                />
                <Button type="submit" loading={open.isPending}>
                  {t("Open |button")}
                </Button>
              </Stack>
            </form>
          ) : open.isError || !token ? (
            <ShareOver reason={open.error && <ErrorText error={open.error} />} />
          ) : (
            <Text role="status">{t("Opening…")}</Text>
          )}
        </Stack>
      </div>
    </main>
  );
}

/** @param reason as the server gave it; absent where the address holds no link */
export function ShareOver({ reason }: { reason?: ReactNode }) {
  return (
    <Alert color="yellow" role="alert" title={t("This link does not open")} data-testid="share-over">
      {reason ?? t("The address is not whole: open the link again from where it was sent to you.")}
    </Alert>
  );
}
