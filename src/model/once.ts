/** `make`, asked once for each object: what is worked out of one that never changes is kept for as long as the object is. */
export function once<Key extends object, Value extends NonNullable<unknown> | null>(make: (key: Key) => Value): (key: Key) => Value {
  const made = new WeakMap<Key, Value>();
  return (key) => {
    let value = made.get(key);
    if (value === undefined) made.set(key, (value = make(key)));
    return value;
  };
}
