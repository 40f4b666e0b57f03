import type {
  Alert,
  Anchor,
  Button,
  CSSVariablesResolver,
  Drawer,
  Input,
  MantineColorsTuple,
  MantineThemeOverride,
  Modal,
  NumberInput,
  PasswordInput,
  Radio,
  Select,
  Switch,
  Textarea,
  TextInput,
  Tooltip,
} from '@mantine/core';
import { tokens } from './tokens';

const accent: MantineColorsTuple = [
  '#fdecea',
  '#fad3cf',
  '#f3a79f',
  '#ff8577',
  '#e65244',
  '#df3b2c',
  '#d0240f',
  '#c1210f',
  '#a41a0a',
  '#86140a',
];
const grey: MantineColorsTuple = [
  '#f6f7f8',
  '#f0f1f3',
  '#e6e8eb',
  '#dcdfe3',
  '#c9cdd3',
  '#a1a7b0',
  '#5c636d',
  '#484d56',
  '#2e3238',
  '#1c1f23',
];
const dark: MantineColorsTuple = [
  '#dfe1e4',
  '#b9bdc3',
  '#a0a5ac',
  '#737980',
  '#3a3e44',
  '#2e3237',
  '#26292d',
  '#1b1d20',
  '#16181a',
  '#101113',
];
const green: MantineColorsTuple = [
  '#e6f4ea',
  '#cde8d6',
  '#a4d5b4',
  '#69c88a',
  '#4bac6c',
  '#2f9150',
  '#1f7a3d',
  '#1a6934',
  '#15552a',
  '#104221',
];
const amber: MantineColorsTuple = [
  '#fdf3e0',
  '#f9e4bd',
  '#f4cf8a',
  '#f0b455',
  '#d99a33',
  '#b87a1a',
  '#8a5300',
  '#774700',
  '#603a00',
  '#4a2d00',
];

/** What all dialogs share. */
const dialog = {
  overlayProps: { backgroundOpacity: 0.45 },
  styles: { title: { fontSize: 16, fontWeight: 600 } },
  // Its <header> would count as another banner of the page.
  attributes: { header: { role: 'presentation' } },
} as const;

type Extendable = { extend(dress: never): unknown };

/** What `Component.extend` is for, by its type alone: the theme would bring every component to the first page. */
const of = <Component extends Extendable>(
  dress: Parameters<Component['extend']>[0],
): Parameters<Component['extend']>[0] => dress;

/** Dense, calm, exact: small controls, thin lines, one accent. */
export const theme: MantineThemeOverride = {
  colors: { accent, gray: grey, dark, green, amber },
  primaryColor: 'accent',
  primaryShade: { light: 6, dark: 6 },
  white: '#ffffff',
  black: '#1c1f23',
  fontFamily: '"Noto Sans Variable", "Noto Sans", sans-serif',
  fontFamilyMonospace: 'ui-monospace, "Cascadia Mono", Menlo, Consolas, monospace',
  fontSizes: { xs: '12px', sm: '13px', md: '14px', lg: '16px', xl: '18px' },
  headings: {
    fontWeight: '600',
    sizes: {
      h1: { fontSize: '20px', lineHeight: '1.3' },
      h2: { fontSize: '16px', lineHeight: '1.35' },
      h3: { fontSize: '14px', lineHeight: '1.4' },
    },
  },
  defaultRadius: 'sm',
  cursorType: 'pointer',
  focusRing: 'auto',
  respectReducedMotion: true,
  components: {
    // A link is known by its line: red would say «primary» or «here you are».
    Anchor: of<typeof Anchor>({ defaultProps: { underline: 'always' } }),
    InputWrapper: of<typeof Input.Wrapper>({
      vars: () => ({
        label: {},
        success: {},
        error: { '--input-error-size': '12px' },
        description: { '--input-description-size': '12px' },
      }),
    }),
    Alert: of<typeof Alert>({ defaultProps: { p: 'sm' } }),
    Button: of<typeof Button>({ defaultProps: { size: 'sm' } }),
    TextInput: of<typeof TextInput>({ defaultProps: { size: 'sm' } }),
    PasswordInput: of<typeof PasswordInput>({ defaultProps: { size: 'sm' } }),
    NumberInput: of<typeof NumberInput>({ defaultProps: { size: 'sm' } }),
    Textarea: of<typeof Textarea>({ defaultProps: { size: 'sm' } }),
    // A list that is closed is not made: every page has several, and each is some dozens of elements.
    Combobox: { defaultProps: { keepMounted: false } },
    Select: of<typeof Select>({ defaultProps: { size: 'sm' } }),
    Radio: of<typeof Radio>({ defaultProps: { size: 'sm' } }),
    Switch: of<typeof Switch>({ defaultProps: { size: 'sm' } }),
    Modal: of<typeof Modal>({ defaultProps: { ...dialog, centered: true } }),
    Drawer: of<typeof Drawer>({ defaultProps: { ...dialog, position: 'right' } }),
    Tooltip: of<typeof Tooltip>({ defaultProps: { openDelay: 400, withArrow: false } }),
  },
};

const column = (side: 0 | 1) =>
  Object.fromEntries(Object.entries(tokens).map(([name, pair]) => [`--cabinet-${name}`, pair[side]]));

/** Both schemes from one set of tokens; Mantine's own text, border and error colours follow them. */
export const cssVariables: CSSVariablesResolver = () => {
  const scheme = (side: 0 | 1) => ({
    ...column(side),
    '--mantine-color-body': tokens.page[side],
    '--mantine-color-text': tokens.text[side],
    '--mantine-color-dimmed': tokens.quiet[side],
    '--mantine-color-placeholder': tokens.quiet[side],
    '--mantine-color-default-border': tokens.line[side],
    // Errors are told by words and an icon; red stays free for «here you are».
    '--mantine-color-error': tokens.warning[side],
    // Quiet grounds for notices.
    '--mantine-color-green-light': tokens['good-ground'][side],
    '--mantine-color-green-light-color': tokens.good[side],
    '--mantine-color-amber-light': tokens['warning-ground'][side],
    '--mantine-color-amber-light-color': tokens.warning[side],
    '--mantine-color-gray-light': tokens.hover[side],
    '--mantine-color-gray-light-color': tokens.text[side],
    '--mantine-color-anchor': tokens.text[side],
  });
  return { variables: {}, light: scheme(0), dark: scheme(1) };
};
