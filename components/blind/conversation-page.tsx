"use client";
import { QueryState } from "@/components/list/query-state";
import { said } from "@/components/list/said";
import { useTRPC, useTRPCClient } from "@/components/providers/trpc";
import { SubmitButton } from "@/components/ui/submit-button";
import { EmptyState } from "@/components/ui/empty-state";
import { Field } from "@/components/ui/field";
import { TextArea } from "@/components/ui/input";
import { PageHead } from "@/components/ui/page-head";
import { Problem } from "@/components/ui/problem";
import { Select } from "@/components/ui/select";
import { When } from "@/components/ui/when";
import { type BlindConversation, mostBlindComment } from "@/contracts/blind";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { State } from "./link-table";

/** What one reviewer and the lab write to each other. */
export function ConversationPage({
  lab,
  dashboard,
  link,
  mayAnswer,
}: {
  lab: string;
  dashboard: string;
  link: string;
  mayAnswer: boolean;
}) {
  const trpc = useTRPC();
  const query = useQuery(trpc.blind.conversation.queryOptions({ lab, link }, { refetchInterval: 15_000 }));
  const base = `/lab/${lab}/dashboards/${dashboard}`;
  return (
    <QueryState query={query} what="this conversation">
      {(conversation) => (
        <>
          <PageHead
            crumbs={[
              { label: "Dashboards", href: `/lab/${lab}/dashboards` },
              { label: "Blind review", href: `${base}/blind` },
            ]}
            title={`Reviewer ${conversation.link.number}`}
            badge={<State link={conversation.link} />}
            facts={[conversation.copy.title, conversation.link.note]}
          />
          <div className="flex max-w-3xl flex-col gap-6">
            <Comments {...conversation} />
            {mayAnswer && <Answer lab={lab} conversation={conversation} />}
          </div>
        </>
      )}
    </QueryState>
  );
}

function Comments({ comments, panels }: BlindConversation) {
  const titles = new Map(panels.map(({ id, title }) => [id, title]));
  if (comments.length === 0)
    return (
      <EmptyState title="Nobody has written anything yet.">
        What the reviewer writes stands here, under the name that they choose.
      </EmptyState>
    );
  return (
    <ol className="flex flex-col gap-4">
      {comments.map(({ id, pseudonym, author, panel, body, createdAt }) => (
        <li key={id} className="border-l-2 border-line-strong pl-3">
          <p>
            <span className="font-medium">{pseudonym ?? `Authors (${author ?? "somebody of the lab"})`}</span>{" "}
            <span className="text-sm text-muted">
              <When date={createdAt} />
              {panel && `, on ${titles.get(panel) ?? panel}`}
            </span>
          </p>
          <p className="break-words whitespace-pre-wrap">{body}</p>
        </li>
      ))}
    </ol>
  );
}

function Answer({ lab, conversation }: { lab: string; conversation: BlindConversation }) {
  const trpc = useTRPC();
  const client = useTRPCClient();
  const queryClient = useQueryClient();
  const [body, setBody] = useState("");
  const [panel, setPanel] = useState(conversation.comments.at(-1)?.panel ?? "");
  const link = conversation.link.id;
  const send = useMutation({
    mutationFn: () => client.blind.answer.mutate({ lab, link, panel: panel || null, body }),
    onSuccess: async (now) => {
      setBody("");
      queryClient.setQueryData(trpc.blind.conversation.queryKey({ lab, link }), now);
      await queryClient.invalidateQueries({ queryKey: trpc.blind.list.pathKey() });
    },
  });
  return (
    <form
      noValidate
      className="flex flex-col gap-3"
      onSubmit={(event) => {
        event.preventDefault();
        send.mutate();
      }}
    >
      <Field label="About">
        {(control) => (
          <Select {...control} value={panel} onChange={(event) => setPanel(event.target.value)}>
            <option value="">All of it</option>
            {conversation.panels.map(({ id, title }) => (
              <option key={id} value={id}>
                {title}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <Field
        label="Answer"
        hint="The reviewer reads it as the authors’, with the day, and nothing of who wrote it. Do not sign it."
      >
        {(control) => (
          <TextArea
            {...control}
            rows={5}
            value={body}
            maxLength={mostBlindComment}
            onChange={(event) => setBody(event.target.value)}
          />
        )}
      </Field>
      {conversation.link.state !== "open" && (
        <p className="text-muted">The link has ended: the reviewer can read no answer any more.</p>
      )}
      {send.error && <Problem title="It was not sent.">{said(send.error)}</Problem>}
      <SubmitButton busy={send.isPending} disabled={!body.trim()} className="self-start">
        Answer as the authors
      </SubmitButton>
    </form>
  );
}
