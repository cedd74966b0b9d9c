/** The same work, begun only once what was asked for before is done, however that ended. */
export function inTurn<Asked, Answer>(
  work: (asked: Asked) => Answer | Promise<Answer>,
): (asked: Asked) => Promise<Answer> {
  let last: Promise<unknown> = Promise.resolve();
  return (asked) => {
    const answer = last.then(() => work(asked));
    last = answer.catch(() => undefined);
    return answer;
  };
}
