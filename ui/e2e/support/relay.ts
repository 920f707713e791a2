import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';

/** A way to the product that can be blocked without being closed, as a network that swallows everything, or cut off. */
export class Relay {
  private readonly pairs = new Set<[Socket, Socket]>();
  private blocked = false;
  private readonly server: Server;

  private constructor(target: URL) {
    this.server = createServer((near) => {
      const far = connect(Number(target.port), target.hostname);
      const pair: [Socket, Socket] = [near, far];
      this.pairs.add(pair);
      near.pipe(far);
      far.pipe(near);
      for (const end of pair) {
        end.on('error', () => end.destroy());
        end.on('close', () => {
          near.destroy();
          far.destroy();
          this.pairs.delete(pair);
        });
      }
      if (this.blocked) this.hold(pair);
    });
  }

  static async to(address: string): Promise<Relay> {
    const relay = new Relay(new URL(address));
    await relay.listen(0);
    return relay;
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  /** From now on nothing comes through, and nobody is told. */
  block(): void {
    this.blocked = true;
    this.pairs.forEach((pair) => {
      this.hold(pair);
    });
  }

  unblock(): void {
    this.blocked = false;
    this.pairs.forEach(([near, far]) => {
      near.pipe(far);
      far.pipe(near);
    });
  }

  /** All connections break, and new ones are refused, as by a server that has died. Answers how to bring it back. */
  async cutOff(): Promise<() => Promise<void>> {
    const { port } = this;
    await this.close();
    return () => this.listen(port);
  }

  close(): Promise<void> {
    const closed = new Promise<void>((resolve) => {
      this.server.close(() => {
        resolve();
      });
    });
    this.pairs.forEach(([near]) => near.destroy());
    return closed;
  }

  private get port(): number {
    return (this.server.address() as AddressInfo).port;
  }

  private listen(port: number): Promise<void> {
    return new Promise((resolve) => {
      this.server.listen(port, '127.0.0.1', resolve);
    });
  }

  private hold([near, far]: [Socket, Socket]): void {
    near.unpipe(far).pause();
    far.unpipe(near).pause();
  }
}
