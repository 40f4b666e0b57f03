import { useState } from 'react';
import { isPressing } from './field-error';

type Touched = {
  /** Whether the mistakes of a field are told by now. */
  shown: (field: string) => boolean;
  leave: (field: string) => void;
  /** The form was sent: all mistakes are told. */
  all: () => void;
};

/** Mistakes are told after a field was left or the form was sent, not while it is being filled. */
export function useTouched(): Touched {
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [sent, setSent] = useState(false);
  return {
    shown: (field) => sent || left.has(field),
    leave: (field) => {
      if (!isPressing()) setLeft((before) => (before.has(field) ? before : new Set([...before, field])));
    },
    all: () => setSent(true),
  };
}
