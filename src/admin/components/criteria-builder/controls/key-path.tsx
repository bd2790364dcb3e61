import { TextField } from "./text-field"

interface Props {
  label: string
  value: unknown
  onChange: (path: string[] | undefined) => void
}

/** A place in the metadata, written with dots: `loyalty.tier`. */
export const KeyPath = ({ label, value, onChange }: Props) => (
  <TextField
    label={label}
    value={Array.isArray(value) ? value.join(".") : ""}
    onChange={(text) => onChange(text?.split("."))}
  />
)
