/** Strokes on a 16 by 16 ground, one drawing a tool. */
const DRAWINGS = {
  undo: 'M6 3 3 6l3 3M3 6h6a4 4 0 0 1 0 8H6',
  redo: 'M10 3l3 3-3 3M13 6H7a4 4 0 0 0 0 8h3',
  heading2: 'M2 3v10M8 3v10M2 8h6M11 6l2-1v8',
  heading3: 'M2 3v10M8 3v10M2 8h6M11 6.2c1-1.8 3.4-.7 3 1-.2 1.3-3 3.6-3 5.800h3.5',
  bold: 'M4.5 3v10M4.5 3H8a2.4 2.4 0 0 1 0 4.800H4.500M8 7.800h.8a2.6 2.6 0 0 1 0 5.200H4.500M5.5 3v10',
  italic: 'M7 3h5M4 13h5M9.5 3l-3 10',
  underline: 'M4 3v4.500a4 4 0 0 0 8 0V3M3 14h10',
  left: 'M2 3h12M2 6.500h7M2 10h12M2 13.500h7',
  center: 'M2 3h12M4.5 6.500h7M2 10h12M4.5 13.500h7',
  right: 'M2 3h12M7 6.500h7M2 10h12M7 13.500h7',
  bullets: 'M6 4h8M6 8h8M6 12h8M2.5 4h.5M2.5 8h.5M2.5 12h.5',
  numbers: 'M6.5 4H14M6.5 8H14M6.5 12H14M2 3l1-.5V6M1.8 9.500c.6-1 2-.4 1.6.5L1.8 12.500h2',
  quote: 'M3 4v8M6.5 5h7M6.5 8h7M6.5 11h5',
  table: 'M2 3h12v10H2zM2 6.500h12M2 10h12M6 3v10M10 3v10',
  rowAfter: 'M2 2.500h12v5H2zM8 10v5M5.5 12.500h5',
  columnAfter: 'M2 2.500h5v11H2zM12 5.500v5M9.5 8h5',
  rowDelete: 'M2 2.500h12v5H2zM5.5 12.500h5',
  columnDelete: 'M2 2.500h5v11H2zM9.5 8h5',
  mergeCells: 'M2 3h12v10H2zM8 3v2.500M8 10.500V13M4 8h3M5.7 6.5 7 8 5.7 9.500M12 8H9M10.3 6.5 9 8l1.3 1.5',
  tableDelete: 'M2 3h12v10H2zM5.5 5.500l5 5M10.5 5.500l-5 5',
} as const;

export type Drawing = keyof typeof DRAWINGS;

export function Icon({ of }: { of: Drawing }) {
  return (
    <svg width="16" height="16" viewBox="0 0 16 16" aria-hidden="true">
      <path
        d={DRAWINGS[of]}
        fill="none"
        stroke="currentColor"
        strokeWidth="1.4"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  );
}
