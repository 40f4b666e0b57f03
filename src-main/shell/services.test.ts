import { expect, it, vi } from 'vitest';
import { defaultSettings } from '../../src-shared/bridge/default-settings';
import { createServices } from './services';

function setUp() {
  const core = { start: vi.fn(), configure: vi.fn(async () => {}) };
  let url: string | null = null;
  const operator = {
    current: () => (url === null ? null : { url }),
    run: vi.fn(async () => {
      url = 'http://127.0.0.1:1';
    }),
    close: vi.fn(async () => {}),
  };
  const onFault = vi.fn();
  const services = createServices({
    core,
    operator,
    settings: () => defaultSettings,
    dataFolder: '/data',
    onFault,
  });
  return { services, core, operator, onFault };
}

it('starts nothing before something is asked of it, and then once', async () => {
  const { services, core, operator } = setUp();
  services.setHidden(true);
  await services.settled();
  expect(core.start).not.toHaveBeenCalled();
  expect(core.configure).not.toHaveBeenCalled();
  await Promise.all([services.begun(), services.begun()]);
  await services.begun();
  expect(core.start).toHaveBeenCalledTimes(1);
  expect(operator.run).toHaveBeenCalledTimes(1);
  expect(core.configure).toHaveBeenCalledTimes(1);
  expect(core.configure).toHaveBeenCalledWith(
    expect.objectContaining({ operatorUrl: 'http://127.0.0.1:1', dataFolder: '/data', hidden: true }),
  );
});

it('has begun also where the start has failed, and tells why', async () => {
  const { services, operator, onFault } = setUp();
  operator.run.mockRejectedValueOnce(new Error('port taken'));
  await services.begun();
  expect(onFault).toHaveBeenCalledWith('start', new Error('port taken'));
  await services.startAgain();
  expect(operator.run).toHaveBeenCalledTimes(2);
});

it('tells core of a window that goes only after the first start', async () => {
  const { services, core } = setUp();
  const begun = services.begun();
  services.setHidden(true);
  await begun;
  await vi.waitFor(() =>
    expect(core.configure).toHaveBeenLastCalledWith(expect.objectContaining({ hidden: true })),
  );
});

it('does not bring the operator before back when the window goes while another one is taken', async () => {
  const { services, core } = setUp();
  await services.begun();
  let taken = (): void => {};
  core.configure.mockImplementationOnce(
    () =>
      new Promise((resolve) => {
        taken = resolve;
      }),
  );
  const operatorUrl = 'https://operator.example';
  const taking = services.configureCore({
    ...defaultSettings,
    operator: { kind: 'remote', url: operatorUrl },
  });
  services.setHidden(true);
  await vi.waitFor(() => expect(core.configure).toHaveBeenCalledTimes(2));
  taken();
  await taking;
  await vi.waitFor(() => expect(core.configure).toHaveBeenCalledTimes(3));
  expect(core.configure).toHaveBeenLastCalledWith(expect.objectContaining({ operatorUrl, hidden: true }));
});
