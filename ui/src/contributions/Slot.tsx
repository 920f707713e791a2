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
  /** What is shown: with another one, such as another version of an object, what failed is tried anew. */
  resetOn?: string | number | undefined;
  children: ReactNode;
}

interface SlotState {
  fault: Error | undefined;
  shown: Pick<SlotProps, 'by' | 'resetOn'>;
}

/** The place of something contributed. A fault in it stays in it, and names who contributed it. */
export class Slot extends Component<SlotProps, SlotState> {
  override state: SlotState = { fault: undefined, shown: this.props };

  static getDerivedStateFromError(error: unknown): Partial<SlotState> {
    return { fault: error instanceof Error ? error : new Error(String(error)) };
  }

  /** What was replaced, or shows something else, is tried anew. */
  static getDerivedStateFromProps(
    { by, resetOn }: SlotProps,
    { shown }: SlotState,
  ): Partial<SlotState> | null {
    if (shown.by === by && shown.resetOn === resetOn) return null;
    return { fault: undefined, shown: { by, resetOn } };
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
