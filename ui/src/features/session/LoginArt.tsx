const COLUMNS = 9;
const ROWS = 12;
const PITCH = 64;
const BOX = 44;

/** Columns and rows of the boxes that are lit; the last number chooses when each of them breathes. */
const LIT: readonly [column: number, row: number, phase: number][] = [
  [2, 2, 0],
  [6, 1, 1],
  [4, 4, 2],
  [5, 4, 0],
  [1, 6, 1],
  [7, 6, 2],
  [3, 8, 0],
  [6, 9, 1],
  [2, 10, 2],
];

const PHASES = ['[animation-delay:0s]', '[animation-delay:-2s]', '[animation-delay:-4s]'];

/** A wall of boxes, some of them lit: the product in one picture. */
export function LoginArt() {
  return (
    <svg
      viewBox={`0 0 ${COLUMNS * PITCH} ${ROWS * PITCH}`}
      preserveAspectRatio="xMidYMid slice"
      aria-hidden="true"
      className="size-full"
    >
      <defs>
        <pattern id="boxes" width={PITCH} height={PITCH} patternUnits="userSpaceOnUse">
          <Box column={0} row={0} className="fill-[#181d16] stroke-[#262d23]" />
        </pattern>
      </defs>
      <rect width="100%" height="100%" fill="url(#boxes)" />
      {LIT.map(([column, row, phase]) => (
        <g
          key={`${column} ${row}`}
          className={`animate-breathe [animation-duration:6s] ${PHASES[phase] ?? ''}`}
        >
          <Box column={column} row={row} className="fill-[#222b17] stroke-[#b7ee3f]" />
          <circle
            cx={(column + 0.5) * PITCH}
            cy={(row + 0.5) * PITCH}
            r="8"
            className="fill-none stroke-[#b7ee3f] stroke-[5]"
          />
        </g>
      ))}
    </svg>
  );
}

function Box({ column, row, className }: { column: number; row: number; className: string }) {
  const inset = (PITCH - BOX) / 2;
  return (
    <rect
      x={column * PITCH + inset}
      y={row * PITCH + inset}
      width={BOX}
      height={BOX}
      rx="13"
      strokeWidth="2"
      className={className}
    />
  );
}
