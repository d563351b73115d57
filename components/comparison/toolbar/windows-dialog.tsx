"use client";
import { WindowFields } from "@/components/datasets/session/window-fields";
import { Button } from "@/components/ui/button";
import { SubmitButton } from "@/components/ui/submit-button";
import { Dialog } from "@/components/ui/dialog";
import { trialMeasures } from "@/engine/measures/registry";
import { useState, type FormEvent } from "react";
import type { PageState } from "../state";

type Windows = NonNullable<PageState["windows"]>;

/** Windows and baselines of the measures that models and recordings share: one window for all groups. */
export function WindowsDialog({
  state,
  push,
}: {
  state: PageState;
  push: (edit: (state: PageState) => PageState) => void;
}) {
  const [open, setOpen] = useState(false);
  const chosen = Object.keys(state.windows ?? {}).length;
  return (
    <>
      <Button onClick={() => setOpen(true)}>
        Windows <span className="text-muted">{chosen > 0 && `${chosen} chosen here`}</span>
      </Button>
      <Dialog
        open={open}
        onOpenChange={setOpen}
        title="Windows of measures"
        description="The same for models and recordings, in ms from cue onset or from reward; an empty end is the end of the trial. They stand in the address, and in what is saved or taken away."
      >
        <Form
          state={state}
          onApply={(windows) => {
            push(({ windows: _, ...rest }) =>
              Object.keys(windows).length > 0 ? { ...rest, windows } : rest,
            );
            setOpen(false);
          }}
        />
      </Dialog>
    </>
  );
}

function Form({ state, onApply }: { state: PageState; onApply: (windows: Windows) => void }) {
  const [windows, setWindows] = useState<Windows>(state.windows ?? {});
  const [refused, setRefused] = useState(false);
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const wrong = event.currentTarget.querySelector<HTMLElement>("[aria-invalid]");
    setRefused(wrong !== null);
    if (wrong) wrong.focus();
    else onApply(windows);
  };
  return (
    <form noValidate onSubmit={send} className="flex flex-col gap-4">
      {trialMeasures.map((measure) => (
        <fieldset key={measure.key} className="flex flex-col gap-1">
          <legend className="font-medium">{measure.title}</legend>
          <WindowFields
            measure={{ title: measure.title, windows: windows[measure.key] ?? measure.windows }}
            own={measure.key in windows}
            onChange={(own) =>
              setWindows(({ [measure.key]: _, ...others }) =>
                own ? { ...others, [measure.key]: own } : others,
              )
            }
          />
        </fieldset>
      ))}
      <p className="text-sm text-muted">
        Licks are kept one by one, so any window can be counted. Dopamine of simulated training trials is kept
        as means over 10 ms of ten trials: its windows begin and end on whole 10 ms, and where they do not the
        figure says so.
      </p>
      <div className="flex flex-wrap items-center gap-4">
        <SubmitButton>Apply</SubmitButton>
        {refused && (
          <p role="alert" className="text-sm text-danger">
            Mend the marked window: numbers in ms, and it ends after it begins. What you typed is kept.
          </p>
        )}
      </div>
    </form>
  );
}
