import { Name } from "@/components/ui/name";
import { Problem } from "@/components/ui/problem";

/** A task written elsewhere may give theories inputs of other shapes: rather than lose them, the form does not open. */
export function NotDeclared({ name }: { name: string }) {
  return (
    <Problem title="This form cannot hold all of that paradigm.">
      The inputs of <Name name={name} /> are not one pulse each at cue onset, cue offset and reward, so saving
      it from here would change them. It can be run and compared as it is; to change it, write it as JSON and
      give it to “npm run phasic -- simulate --paradigm-json”, or start a new paradigm.
    </Problem>
  );
}
