import type { Delivery } from '../../../src-shared/domain/account';
import { deliveryWords } from '../../components/command/command-words';
import { Nothing } from '../../components/figures';
import { useT } from '../../i18n/use-t';
import styles from './delivery.module.css';

/** «Текущий способ доставки» and «Текущий адрес доставки» (guide §2.1, §2.3.3). */
export function DeliveryTable({ delivery }: { delivery: Delivery }) {
  const t = useT();
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col">{t('account.deliveryMethod')}</th>
          <th scope="col">{t('account.deliveryAddress')}</th>
        </tr>
      </thead>
      <tbody>
        <tr>
          <td>{deliveryWords(delivery, t)}</td>
          <td>{delivery.emails.length > 0 ? delivery.emails.join('; ') : <Nothing />}</td>
        </tr>
      </tbody>
    </table>
  );
}
