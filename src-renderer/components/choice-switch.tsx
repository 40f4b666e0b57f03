import { useId } from 'react';
import styles from './choice-switch.module.css';

type ChoiceSwitchProps<Value extends string> = {
  /** What is chosen here, for screen readers. */
  label: string;
  choices: readonly { value: Value; label: string; disabled?: boolean }[];
  value: Value;
  onChange: (value: Value) => void;
};

/**
 * One of a few, all in sight. The kit's own marks the choice by a piece that moves, which is measured before the page
 * can be painted; these are radio buttons and styles.
 */
export function ChoiceSwitch<Value extends string>({
  label,
  choices,
  value,
  onChange,
}: ChoiceSwitchProps<Value>) {
  const name = useId();
  return (
    <div role="radiogroup" aria-label={label} className={styles.switch}>
      {choices.map((choice) => (
        <label key={choice.value} className={styles.choice}>
          <input
            type="radio"
            name={name}
            className={styles.input}
            checked={choice.value === value}
            disabled={choice.disabled}
            onChange={() => onChange(choice.value)}
          />
          {choice.label}
        </label>
      ))}
    </div>
  );
}
