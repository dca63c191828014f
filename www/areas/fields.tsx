// The fields of the form in which a table is corrected.

/** More categories than these are not listed one by one. */
const CATEGORIES = 200;

export const pair = (name: string): [string, string] => [name, name];

interface ChoiceProps {
  label: string;
  value: string;
  options: readonly (readonly [string, string])[];
  onChoose: (value: string) => void;
}

export function Choice({ label, value, options, onChoose }: ChoiceProps) {
  return (
    <label>
      {label}
      <select class="field" value={value} onChange={(event) => onChoose(event.currentTarget.value)}>
        {options.map(([one, said]) => (
          <option key={one} value={one}>
            {said}
          </option>
        ))}
      </select>
    </label>
  );
}

interface ChecksProps {
  legend: string;
  all: readonly string[];
  chosen: readonly string[];
  onChange: (chosen: string[]) => void;
}

export function Checks({ legend, all, chosen, onChange }: ChecksProps) {
  return (
    <fieldset class="correct-checks">
      <legend>{legend}</legend>
      {all.slice(0, CATEGORIES).map((one) => (
        <label key={one} class="check">
          <input
            type="checkbox"
            checked={chosen.includes(one)}
            onChange={(event) => onChange(event.currentTarget.checked ? [...chosen, one] : chosen.filter((other) => other !== one))}
          />
          {one}
        </label>
      ))}
    </fieldset>
  );
}
