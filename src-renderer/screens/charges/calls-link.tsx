import { ActionIcon, Tooltip } from '@mantine/core';
import { IconPhoneCall } from '@tabler/icons-react';

type CallsLinkProps = { label: string; onClick: () => void };

/** A way from a line of traffic to its calls; keys reach the same by Enter on the row. */
export function CallsLink({ label, onClick }: CallsLinkProps) {
  return (
    <Tooltip label={label}>
      <ActionIcon variant="subtle" color="gray" size="sm" tabIndex={-1} aria-label={label} onClick={onClick}>
        <IconPhoneCall size={15} aria-hidden />
      </ActionIcon>
    </Tooltip>
  );
}
