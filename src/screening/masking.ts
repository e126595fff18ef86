/**
 * Masks a resident ID number the way agencies print it: the first two and the last three characters stay
 * (`35*************21X`), so birth date and sequence are hidden. Shorter input is hidden altogether.
 */
export function maskResidentId(number: string): string {
  const compact = number.replace(/[^0-9Xx]/g, '');
  if (compact.length < 15) return '*'.repeat(compact.length);
  return `${compact.slice(0, 2)}${'*'.repeat(compact.length - 5)}${compact.slice(-3)}`;
}

/** Masks the four digits in the middle of a mobile number: `138****1234`; a country code falls away. */
export function maskMobile(number: string): string {
  const digits = number.replace(/\D/g, '').slice(-11);
  if (digits.length < 11) return '*'.repeat(digits.length);
  return `${digits.slice(0, 3)}****${digits.slice(-4)}`;
}

/** Masks a bank card or account number but for its last four digits, as receipts do. */
export function maskBankCard(number: string): string {
  const digits = number.replace(/\D/g, '');
  return digits.length < 8
    ? '*'.repeat(digits.length)
    : `${'*'.repeat(digits.length - 4)}${digits.slice(-4)}`;
}
