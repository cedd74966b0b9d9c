/** Time that passes only while nobody is sending: minutes of waiting take none, and no lease runs out under a slow machine. */
export class Clock {
  time = 1_000_000;
  sending = 0;
  private timers: { at: number; work: () => void }[] = [];
  private readonly pulse = setInterval(() => this.advance(), 1);

  later(work: () => void, delay: number): () => void {
    const timer = { at: this.time + delay, work };
    this.timers.push(timer);
    return () => {
      this.timers = this.timers.filter((other) => other !== timer);
    };
  }

  stop(): void {
    clearInterval(this.pulse);
  }

  private advance(): void {
    if (this.sending > 0) return;
    const [next] = this.timers.toSorted((a, b) => a.at - b.at);
    if (next === undefined) return;
    this.timers = this.timers.filter((other) => other !== next);
    this.time = Math.max(this.time, next.at);
    next.work();
  }
}
