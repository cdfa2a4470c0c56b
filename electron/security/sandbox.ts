import type { App } from 'electron'

/**
 * Every renderer sandboxed, whatever its own preferences say. As root on Linux Chromium refuses to start without
 * `--no-sandbox`; asking for both makes its network service crash in a loop, so the switch wins and only then.
 */
export function exigirSandbox(app: Pick<App, 'commandLine' | 'enableSandbox'>): void {
  if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox()
}
