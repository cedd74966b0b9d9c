interface SparklineProps {
  /** One for each step, oldest first. */
  counts: readonly number[];
  /** What the picture says, in words. */
  label: string;
}

const STEP = 6;
const HEIGHT = 22;
/** What is little can be told from nothing. */
const LEAST = 2;

/** A small picture of how something went: a bar for each step, the last one in colour. */
export function Sparkline({ counts, label }: SparklineProps) {
  const width = counts.length * STEP;
  const greatest = Math.max(1, ...counts);
  return (
    <svg
      class="sparkline"
      role="img"
      aria-label={label}
      width={width}
      height={HEIGHT}
      viewBox={`0 0 ${width} ${HEIGHT}`}
    >
      <title>{label}</title>
      {counts.map((count, index) => {
        const height = count === 0 ? 1 : Math.max(LEAST, (count / greatest) * HEIGHT);
        return <rect key={index} x={index * STEP} y={HEIGHT - height} width={STEP - 2} height={height} />;
      })}
    </svg>
  );
}
