import { Component, createContext, Suspense, type ReactNode } from 'react';
import type { Contribution } from './contribution';
import { NotLoaded } from './later';
import { SlotFault } from './SlotFault';

/** Whose slot a component is in, or null in what is the page's own. */
export const SlotContext = createContext<Contribution | null>(null);

interface SlotProps {
  by: Contribution;
  /** Where there is room for one line only. */
  small?: boolean;
  /** Stands here until what is loaded later is there. */
  waiting?: ReactNode;
  children: ReactNode;
}

/** The place of something contributed. A fault in it stays in it, and names who contributed it. */
export class Slot extends Component<SlotProps, { fault: Error | undefined }> {
  override state: { fault: Error | undefined } = { fault: undefined };

  static getDerivedStateFromError(error: unknown) {
    return { fault: error instanceof Error ? error : new Error(String(error)) };
  }

  /** A contribution that was replaced is tried anew. */
  override componentDidUpdate(before: SlotProps) {
    if (before.by !== this.props.by && this.state.fault) this.tryAgain();
  }

  private readonly tryAgain = () => {
    if (this.state.fault instanceof NotLoaded) this.state.fault.forget();
    this.setState({ fault: undefined });
  };

  override render() {
    const { by, small = false, waiting = null, children } = this.props;
    const { fault } = this.state;
    if (fault) {
      return <SlotFault name={by.name} error={fault} small={small} onRetry={this.tryAgain} />;
    }
    return (
      <SlotContext value={by}>
        <Suspense fallback={waiting}>{children}</Suspense>
      </SlotContext>
    );
  }
}
