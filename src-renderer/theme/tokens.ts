/**
 * The cabinet's own colours, each as [light, dark]; they become CSS variables `--cabinet-<name>`.
 * Red is the guide's accent: «primary action» or «here you are», nothing else.
 */
export const tokens = {
  /** Frame around the work: menu and top bar. */
  frame: ['#f6f7f8', '#16181a'],
  /** Where the work is. */
  page: ['#ffffff', '#1b1d20'],
  /** A block on the page. */
  block: ['#ffffff', '#212428'],
  line: ['#dcdfe3', '#3a3e44'],
  /** Edges of fields and switches: three to one against their ground. */
  control: ['#868d96', '#7b8189'],
  text: ['#1c1f23', '#dfe1e4'],
  quiet: ['#5c636d', '#a0a5ac'],
  hover: ['#eceef1', '#26292d'],
  /** «Here you are»: text and icon of the active item. */
  here: ['#c1210f', '#ff8577'],
  'here-ground': ['#fdecea', '#3a2321'],
  good: ['#1f7a3d', '#69c88a'],
  'good-ground': ['#e6f4ea', '#1d3326'],
  warning: ['#8a5300', '#f0b455'],
  'warning-ground': ['#fdf3e0', '#382c17'],
  focus: ['#1c1f23', '#f1f3f5'],
} as const satisfies Record<string, readonly [light: string, dark: string]>;
