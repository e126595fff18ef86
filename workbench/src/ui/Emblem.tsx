/** The mark of the application; says nothing to a screen reader. */
export function Emblem({ size }: { size: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden="true">
      <rect width="32" height="32" rx="7" fill="#0b4f8f" />
      <path d="M8 6h11l5 5v15H8z" fill="#fff" />
      <path d="M19 6v5h5" fill="#b9d2ea" />
      <path d="M11 15h10M11 19h10M11 23h6" stroke="#0b4f8f" strokeWidth="1.8" strokeLinecap="round" />
      <circle cx="22.5" cy="23.5" r="4.5" fill="#b42318" />
    </svg>
  );
}
