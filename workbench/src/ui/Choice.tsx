export interface Option {
  value: string;
  label: string;
  disabled?: boolean;
}

interface ChoiceProps {
  /** Accessible name; shown by the caller where it is not plain from the place. */
  label?: string;
  id?: string;
  value?: string | null;
  onChange?: (value: string) => void;
  options: readonly Option[];
  /** Wording of "none chosen"; left out, one must be chosen. */
  none?: string;
  disabled?: boolean;
  className?: string;
}

/** A choice among few: the browser's own, which every keyboard, screen reader and telephone knows. */
export function Choice({ label, id, value, onChange, options, none, disabled, className = '' }: ChoiceProps) {
  const known = !value || options.some((one) => one.value === value);
  return (
    <select
      {...(id ? { id } : {})}
      aria-label={label}
      className={`field choice ${className}`}
      value={value ?? ''}
      disabled={disabled}
      onChange={(event) => onChange?.(event.target.value)}
    >
      {none === undefined ? null : <option value="">{none}</option>}
      {none === undefined && !value ? <option value="" hidden /> : null}
      {known ? null : <option value={value}>{value}</option>}
      {options.map((one) => (
        <option key={one.value} value={one.value} disabled={one.disabled}>
          {one.label}
        </option>
      ))}
    </select>
  );
}
