import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright'

/** What axe finds serious or critical on the page as it stands: `rule: element`, one a line. Empty when all is well. */
export async function faltasDeAccesibilidad(page: Page): Promise<string[]> {
  // Legacy mode: otherwise axe opens a page of its own, which Electron does not allow.
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze()
  return violations
    .filter((v) => v.impact === 'serious' || v.impact === 'critical')
    .flatMap((v) => v.nodes.map((n) => `${v.id}: ${n.target.join(' ')} (${n.html.slice(0, 120)})`))
}
