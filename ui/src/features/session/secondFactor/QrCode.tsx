import encodeQR from 'qr';
import { useMemo } from 'react';

/** Black on white in every theme, for that is what cameras read. */
export function QrCode({ text, label }: { text: string; label: string }) {
  const rows = useMemo(() => encodeQR(text, 'raw', { border: 4 }), [text]);
  const dots = rows
    .flatMap((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : '')))
    .join('');
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox={`0 0 ${rows.length} ${rows.length}`}
      shapeRendering="crispEdges"
      className="size-48 rounded-control border border-line"
    >
      <rect width={rows.length} height={rows.length} fill="#fff" />
      <path d={dots} fill="#000" />
    </svg>
  );
}
