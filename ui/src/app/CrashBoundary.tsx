import { Component, type ReactNode } from 'react';
import { CrashPage } from './CrashPage';

interface Props {
  /** Where the page is: elsewhere it may have no fault. */
  at: string;
  children: ReactNode;
}

interface State {
  fault: unknown;
  at: string;
}

/** In the place of a page that has a fault of its own. */
export class CrashBoundary extends Component<Props, State> {
  override state: State = { fault: undefined, at: this.props.at };

  static getDerivedStateFromError(error: unknown): Partial<State> {
    return { fault: error };
  }

  static getDerivedStateFromProps({ at }: Props, state: State): Partial<State> | null {
    return at === state.at ? null : { fault: undefined, at };
  }

  override render() {
    const { fault } = this.state;
    return fault === undefined ? this.props.children : <CrashPage error={fault} />;
  }
}
