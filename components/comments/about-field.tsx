"use client";
import type { NotedFigure } from "@/components/charts/notes/notes";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import type { Anchor, Place } from "@/contracts/comment";
import { objectTitle } from "@/contracts/object";
import { useState, useSyncExternalStore } from "react";
import { useDiscussion } from "./use-discussion";
import { placeOf } from "./place";

const whole = "";

/** What a new comment is about: the object, one of the figures on the page, or a point or window of its axis. */
export function AboutField({ anchor, onAnchor }: { anchor: Anchor; onAnchor: (anchor: Anchor) => void }) {
  const { object, store } = useDiscussion();
  const figures = useSyncExternalStore(store.subscribe, store.figures, store.figures);
  const known = figures.find(({ key }) => key === anchor.figure?.key);
  const choose = (key: string) => {
    const figure = figures.find((one) => one.key === key);
    onAnchor({ figure: figure ? { key, title: figure.title } : null, place: null });
  };
  return (
    <div className="flex flex-col gap-2">
      <Field label="About">
        {(control) => (
          <Select
            {...control}
            value={anchor.figure?.key ?? whole}
            onChange={(event) => choose(event.target.value)}
          >
            <option value={whole}>the whole {objectTitle[object.kind].toLowerCase()}</option>
            {anchor.figure && !known && <option value={anchor.figure.key}>{anchor.figure.title}</option>}
            {figures.map(({ key, title }) => (
              <option key={key} value={key}>
                {title}
              </option>
            ))}
          </Select>
        )}
      </Field>
      {known && known.domain[0] < known.domain[1] && (
        <PlaceField
          key={`${known.key} ${anchor.place?.from} ${anchor.place?.to}`}
          figure={known}
          place={anchor.place}
          onPlace={(place) => onAnchor({ ...anchor, place })}
        />
      )}
    </div>
  );
}

function PlaceField({
  figure,
  place,
  onPlace,
}: {
  figure: NotedFigure;
  place: Place | null;
  onPlace: (place: Place | null) => void;
}) {
  const [from, setFrom] = useState(place ? String(place.from) : "");
  const [to, setTo] = useState(place ? String(place.to) : "");
  const unit = figure.axis.unit && figure.axis.unit !== "trial" ? ` (${figure.axis.unit})` : "";
  const axis = figure.axis.title.split(",")[0];
  const settle = (start: string, end: string, group: Place["group"]) => {
    if (start.trim() === "") return onPlace(null);
    const first = Number(start);
    const last = end.trim() === "" ? first : Number(end);
    if (Number.isFinite(first) && Number.isFinite(last) && first <= last)
      onPlace(placeOf(figure, { from: first, to: last }, group));
  };
  const group = place?.group ?? null;
  return (
    <>
      <fieldset>
        <legend className="font-medium">
          {axis}
          {unit}
          <span className="font-normal text-muted"> (optional)</span>
        </legend>
        <div className="mt-1 flex items-center gap-2">
          <Input
            aria-label={`${axis}, from`}
            inputMode="decimal"
            value={from}
            placeholder={String(figure.domain[0])}
            onChange={(event) => setFrom(event.target.value)}
            onBlur={() => settle(from, to, group)}
          />
          <span aria-hidden>–</span>
          <Input
            aria-label={`${axis}, to`}
            inputMode="decimal"
            value={to}
            placeholder={String(figure.domain[1])}
            onChange={(event) => setTo(event.target.value)}
            onBlur={() => settle(from, to, group)}
          />
        </div>
      </fieldset>
      {place && figure.groups.length > 1 && (
        <Field label="Line">
          {(control) => (
            <Select
              {...control}
              value={group?.key ?? ""}
              onChange={(event) => {
                const chosen = figure.groups.find(({ key }) => key === event.target.value);
                onPlace({ ...place, group: chosen ? { key: chosen.key, label: chosen.label } : null });
              }}
            >
              <option value="">all of them</option>
              {figure.groups.map(({ key, label }) => (
                <option key={key} value={key}>
                  {label}
                </option>
              ))}
            </Select>
          )}
        </Field>
      )}
    </>
  );
}
