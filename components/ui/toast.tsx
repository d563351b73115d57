"use client";
import { X } from "lucide-react";
import { Toast as Radix } from "radix-ui";
import { createContext, use, useCallback, useMemo, useState, type ReactNode } from "react";

export interface ToastMessage {
  title: string;
  description?: string;
  /** What takes the deed back. */
  undo?: () => void;
  tone?: "plain" | "danger";
}
type Shown = ToastMessage & { key: number };
const Context = createContext<(message: ToastMessage) => void>(() => {});

/** @returns a function that says something once, at the foot of the page, and can offer to undo it. */
export const useToast = () => use(Context);

export function ToastProvider({ children }: { children: ReactNode }) {
  const [messages, setMessages] = useState<readonly Shown[]>([]);
  const show = useCallback((message: ToastMessage) => {
    setMessages((all) => [...all, { ...message, key: (all.at(-1)?.key ?? 0) + 1 }]);
  }, []);
  const drop = (key: number) => setMessages((all) => all.filter((message) => message.key !== key));
  return (
    <Context value={useMemo(() => show, [show])}>
      <Radix.Provider duration={8000} label="Message">
        {children}
        {messages.map((message) => (
          <Radix.Root
            key={message.key}
            onOpenChange={(open) => !open && drop(message.key)}
            className="flex items-start gap-3 rounded border border-line-strong bg-paper p-3"
          >
            <div className="min-w-0 flex-1">
              <Radix.Title className={message.tone === "danger" ? "font-medium text-danger" : "font-medium"}>
                {message.title}
              </Radix.Title>
              {message.description && (
                <Radix.Description className="text-muted">{message.description}</Radix.Description>
              )}
            </div>
            {message.undo && (
              <Radix.Action
                altText="Undo"
                onClick={message.undo}
                className="font-medium text-accent underline"
              >
                Undo
              </Radix.Action>
            )}
            <Radix.Close aria-label="Close" className="text-muted hover:text-ink">
              <X size={16} aria-hidden />
            </Radix.Close>
          </Radix.Root>
        ))}
        <Radix.Viewport className="fixed right-2 bottom-2 z-50 flex w-96 max-w-[calc(100%-1rem)] flex-col gap-2 max-md:bottom-16" />
      </Radix.Provider>
    </Context>
  );
}
