/** A canvas context that draws nothing and remembers every call and every property it is given. */
export function recordingContext() {
  const calls = [],
    state = { font: '10px sans', textAlign: 'left' };
  const width = text =>
    [...text].reduce((sum, c) => sum + (c > '\u1100' ? 1 : 0.56), 0) * parseFloat(/([\d.]+)px/.exec(state.font)[1]);
  const context = new Proxy(
    {},
    {
      get: (_, name) =>
        name === 'measureText'
          ? text => ({ width: width(text) })
          : name in state
            ? state[name]
            : (...values) => {
                calls.push([name, ...values, ...(name === 'fillText' ? [{ ...state, width: width(values[0]) }] : [])]);
              },
      set: (_, name, value) => {
        state[name] = value;
        calls.push([`${name}=`, value]);
        return true;
      },
    },
  );
  return { context, calls };
}
