/** Sizes of demo companies: subscribers, and records of a usual working day. */
export const demoSizes = ['small', 'medium', 'large', 'extreme'] as const;
export type DemoSize = (typeof demoSizes)[number];

export type SizeFacts = {
  subscribers: number;
  /** Records of a usual working day; 6½ months hold about 143 of them. */
  perWorkday: number;
  /** Service code of «SIP-многоканальность» that fits the traffic. */
  channels: string;
  /** Share of traffic of «SIP-соединение», times that of a usual «SIP-номер». */
  connectionWeight: number;
};

export const sizeFacts: Readonly<Record<DemoSize, SizeFacts>> = {
  small: { subscribers: 3, perWorkday: 245, channels: 'channels-10', connectionWeight: 5 },
  medium: { subscribers: 50, perWorkday: 3_150, channels: 'channels-20', connectionWeight: 4 },
  large: { subscribers: 500, perWorkday: 35_000, channels: 'channels-150', connectionWeight: 6 },
  extreme: { subscribers: 2_000, perWorkday: 70_000, channels: 'channels-150', connectionWeight: 8 },
};
