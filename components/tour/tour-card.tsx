"use client";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { IconButton } from "@/components/ui/icon-button";
import { X } from "lucide-react";
import { Popover } from "radix-ui";
import { useEffect, useId, useMemo, useRef } from "react";
import type { TourStep } from "./steps";
import { useAnchor } from "./use-anchor";

/**
 * One step, beside what it is about: a dialog that leaves the page alone. Its first
 * button has the focus when it appears, so that Enter leads on; Tab leads into the page, Escape ends the tour.
 */
export function TourCard({
  step,
  number,
  of,
  wayBack,
  onBack,
  onNext,
  onEnd,
}: {
  step: TourStep;
  number: number;
  of: number;
  /** Where the step is, when the reader has gone elsewhere. */
  wayBack: string | null;
  onBack: (() => void) | null;
  onNext: () => void;
  onEnd: () => void;
}) {
  const id = useId();
  const buttons = useRef<HTMLDivElement>(null);
  const focused = useRef<string>(null);
  const takeFocus = () => {
    const first = buttons.current?.querySelector<HTMLElement>("a, button");
    if (first) focused.current = step.key;
    first?.focus({ preventScroll: true });
  };
  const anchor = useAnchor(wayBack ? null : step.anchor);
  const place = useMemo(
    () => ({ current: { getBoundingClientRect: () => (anchor ? anchor.getBoundingClientRect() : foot()) } }),
    [anchor],
  );
  useEffect(takeFocus, [step.key]);
  return (
    <Popover.Root open modal={false}>
      <Popover.Anchor virtualRef={place} />
      <Popover.Portal>
        <Popover.Content
          // another anchor is another place, which is measured only anew
          key={anchor ? step.key : "nowhere"}
          data-beside=""
          tabIndex={-1}
          side="bottom"
          sideOffset={12}
          collisionPadding={8}
          sticky="always"
          updatePositionStrategy="optimized"
          aria-labelledby={`${id}t`}
          aria-describedby={`${id}d`}
          onOpenAutoFocus={(event) => {
            event.preventDefault();
            // it may only have found its place: not from somebody who has gone into the page meanwhile
            if (focused.current !== step.key || document.activeElement === document.body) takeFocus();
          }}
          onCloseAutoFocus={(event) => event.preventDefault()}
          onInteractOutside={(event) => event.preventDefault()}
          onEscapeKeyDown={(event) => {
            event.preventDefault();
            onEnd();
          }}
          className="z-40 flex w-80 max-w-[calc(100vw-1rem)] flex-col gap-2 rounded border border-accent bg-paper p-3 outline-none"
        >
          <div className="flex items-start justify-between gap-2">
            <div>
              <p className="text-sm text-muted">
                Tour, {number} of {of}
              </p>
              <h2 id={`${id}t`} className="font-semibold">
                {step.title}
              </h2>
            </div>
            <IconButton label="End the tour" onClick={onEnd} className="!size-7">
              <X size={14} aria-hidden />
            </IconButton>
          </div>
          <p id={`${id}d`}>{step.text}</p>
          <div ref={buttons} className="flex flex-wrap items-center gap-2">
            {wayBack ? (
              <ButtonLink look="primary" href={wayBack}>
                Back to the tour
              </ButtonLink>
            ) : (
              <Button look="primary" onClick={onNext}>
                {number === of ? "Done" : "Next"}
              </Button>
            )}
            {onBack && (
              <Button look="quiet" onClick={onBack}>
                Back
              </Button>
            )}
            {number < of && (
              <Button look="quiet" onClick={onEnd}>
                Skip the tour
              </Button>
            )}
          </div>
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}

/** Where the card stands while its place is still on its way: at the foot of the window. */
const foot = () => new DOMRect(window.innerWidth / 2, window.innerHeight - 24, 0, 0);
