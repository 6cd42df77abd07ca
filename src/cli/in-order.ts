/** Many things at once, their results one by one in the order of the inputs. */

/**
 * `begin` is awaited one input after the other (it may compare with those before); what it starts runs
 * beside the next ones, at most `ahead` at a time.
 */
export async function* inOrder<I, R>(inputs: Iterable<I>, ahead: number, begin: (input: I) => Promise<{ readonly result: Promise<R> }>): AsyncGenerator<R> {
  const started: Promise<R>[] = [];
  for (const input of inputs) {
    started.push((await begin(input)).result);
    if (started.length >= ahead) {
      const first = started.shift();
      if (first !== undefined) yield await first;
    }
  }
  for (const result of started) yield await result;
}
