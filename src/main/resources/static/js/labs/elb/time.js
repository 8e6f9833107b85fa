// How long a letter is on its way on the stage, in run time: to the door, over the desk, to its target; milliseconds in truth,
// so that direction and order can be seen.
export const FLY = 0.8e6,
  READ = 0.25e6,
  GO = 0.55e6,
  FLIGHT = FLY + READ + GO,
  /** How long one that arrived wrong, or not at all, is still seen where it ended. */
  LIES = 0.6e6;
