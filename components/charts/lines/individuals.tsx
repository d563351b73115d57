import { useId } from "react";
import { usePlotArea, useXAxisScale, useYAxisScale, ZIndexLayer } from "recharts";
import { cssColour } from "../encoding";
import type { Line } from "./line-figure";

type Scale = (value: number) => number | undefined;

function pathOf(values: readonly (number | null)[], x: readonly number[], toX: Scale, toY: Scale): string {
  let path = "";
  let open = false;
  values.forEach((value, index) => {
    const px = value === null ? undefined : toX(x[index]);
    const py = value === null ? undefined : toY(value);
    if (px === undefined || py === undefined) {
      open = false;
      return;
    }
    path += `${open ? "L" : "M"}${px.toFixed(1)} ${py.toFixed(1)}`;
    open = true;
  });
  return path;
}

/** Subjects as thin lines behind the mean: one path per group, because hundreds of chart series would be slow. */
export function Individuals({ lines, x }: { lines: readonly Line[]; x: readonly number[] }) {
  const scaleX = useXAxisScale();
  const scaleY = useYAxisScale();
  const plot = usePlotArea();
  const clip = `individuals-${useId().replaceAll(/\W/g, "")}`;
  if (!scaleX || !scaleY || !plot || lines.every(({ individuals }) => individuals.length === 0)) return null;
  return (
    <ZIndexLayer zIndex={50}>
      <clipPath id={clip}>
        <rect x={plot.x} y={plot.y} width={plot.width} height={plot.height} />
      </clipPath>
      <g clipPath={`url(#${clip})`}>
        {lines.map(({ group, encoding, individuals }) => (
          <path
            key={group}
            d={individuals.map(({ values }) => pathOf(values, x, scaleX, scaleY)).join("")}
            fill="none"
            stroke={cssColour(encoding.ink)}
            strokeOpacity={0.28}
            strokeWidth={0.75}
          />
        ))}
      </g>
    </ZIndexLayer>
  );
}
