import { Button, NativeSelect, Skeleton, Table, Text } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { meQuery, refreshEverything } from "../api/queries";
import {
  changeRole,
  type Member,
  type Members,
  membersQuery,
  type Role,
  removeMember,
} from "../api/settings";
import type { Business } from "../api/types";
import { type Message, msg, t, tell } from "../text/text";
import { ErrorPanel } from "../ui/ErrorPanel";
import { ErrorText } from "../ui/ErrorText";
import { joinWords } from "../ui/format";
import { Panel } from "../ui/Panel";
import { Confirm } from "./Confirm";
import { MemberForm } from "./MemberForm";
import { Saved } from "./Saved";
import { SecretOnce } from "./SecretOnce";

const ROLES: Record<Role, Message> = { owner: msg("Owner"), member: msg("Member") };

/** Who may see the business. Owners change it. */
export function MembersSection({ business }: { business: Business }) {
  const client = useQueryClient();
  const members = useQuery(membersQuery(business.business_id));
  const me = useQuery(meQuery);
  const [password, setPassword] = useState<{ email: string; secret: string }>();
  const [leaving, setLeaving] = useState<Member>();
  const again = () => client.invalidateQueries({ queryKey: membersQuery(business.business_id).queryKey });
  if (members.isError) {
    return <ErrorPanel what={t("The members")} error={members.error} retry={() => void members.refetch()} />;
  }
  if (members.isPending) return <Skeleton height={200} role="status" aria-label={t("Loading the members")} />;
  const own = leaving?.user_id === me.data?.user_id;
  return (
    <>
      <Panel title={t("Members")}>
        <MemberTable
          business={business.business_id}
          answer={members.data}
          me={me.data?.user_id}
          onChanged={again}
          onRemove={setLeaving}
        />
        <Text className="tm-note" mt="sm">
          {t("Everybody works with the numbers and the settings; owners also say who is a member.")}{" "}
          {members.data.administrators.length > 0 &&
            t("Administrators of the server see every business: {list}.", {
              list: joinWords(members.data.administrators),
            })}
        </Text>
      </Panel>
      {members.data.manages && (
        <Panel title={t("Add somebody")}>
          <MemberForm
            business={business.business_id}
            onAdded={({ member, password: first }) => {
              void again();
              if (first) setPassword({ email: member.email, secret: first });
            }}
          />
        </Panel>
      )}
      {password && (
        <SecretOnce
          title={t("The first password")}
          about={t("{email} signs in with it and then chooses another under Settings, Your password.", {
            email: password.email,
          })}
          secret={password.secret}
          onClose={() => setPassword(undefined)}
        />
      )}
      {leaving && (
        <Confirm
          title={
            own
              ? t("Leave {name}?", { name: business.name })
              : t("Remove {email} from {name}?", { email: leaving.email, name: business.name })
          }
          does={own ? t("Leave") : t("Remove")}
          keeps={own ? t("Stay") : t("Keep")}
          act={() =>
            removeMember(business.business_id, leaving.user_id).then(() =>
              own ? refreshEverything(client) : again(),
            )
          }
          onClose={() => setLeaving(undefined)}
        >
          <Text>
            {own
              ? t(
                  "You see nothing of this business any more, and keys that you made for it are worth nothing. What was imported and connected stays.",
                )
              : t(
                  "They see nothing of this business any more, and keys that they made for it are worth nothing. What was imported and connected stays.",
                )}
          </Text>
        </Confirm>
      )}
    </>
  );
}

interface TableProps {
  business: number;
  answer: Members;
  me: number | undefined;
  onChanged: () => Promise<void>;
  onRemove: (member: Member) => void;
}

function MemberTable({ business, answer, me, onChanged, onRemove }: TableProps) {
  const change = useMutation({
    mutationFn: ({ user, role }: { user: number; role: Role }) => changeRole(business, user, role),
    onSettled: onChanged,
  });
  if (answer.members.length === 0) {
    return (
      <Text className="tm-note">{t("Only the administrators of the server see this business so far.")}</Text>
    );
  }
  return (
    <>
      <Table className="tm-stack" verticalSpacing="xs" data-testid="members-table">
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">{t("E-mail")}</Table.Th>
            <Table.Th scope="col">{t("Role")}</Table.Th>
            <Table.Th scope="col">
              <span className="tm-unseen">{t("Remove")}</span>
            </Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {answer.members.map((member) => (
            <Table.Tr key={member.user_id}>
              <Table.Th scope="row" className="tm-break" fw={400}>
                {member.email}
                {member.user_id === me && <span className="tm-note"> {t("you")}</span>}
              </Table.Th>
              <Table.Td data-label={t("Role")}>
                {answer.manages ? (
                  <NativeSelect
                    aria-label={t("Role of {email}", { email: member.email })}
                    data={Object.entries(ROLES).map(([value, label]) => ({ value, label: tell(label) }))}
                    value={member.role}
                    disabled={change.isPending}
                    onChange={(event) =>
                      change.mutate({ user: member.user_id, role: event.currentTarget.value as Role })
                    }
                  />
                ) : (
                  tell(ROLES[member.role])
                )}
              </Table.Td>
              <Table.Td>
                {(answer.manages || member.user_id === me) && (
                  <Button
                    size="xs"
                    variant="default"
                    aria-label={
                      member.user_id === me
                        ? t("Leave the business")
                        : t("Remove {email}", { email: member.email })
                    }
                    onClick={() => onRemove(member)}
                  >
                    {member.user_id === me ? t("Leave") : t("Remove")}
                  </Button>
                )}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      <Saved
        error={change.error && <ErrorText error={change.error} />}
        done={change.isSuccess ? t("The role was changed.") : undefined}
      />
    </>
  );
}
