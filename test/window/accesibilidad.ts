import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright'

/**
 * What axe finds serious or critical on the page as it stands: `rule: element`, one a line. Empty when all is well.
 * @param que 'colores': only what depends on the colours, for the same page in another theme
 */
export async function faltasDeAccesibilidad(page: Page, que: 'todo' | 'colores' = 'todo'): Promise<string[]> {
  // Legacy mode: otherwise axe opens a page of its own, which Electron does not allow.
  const axe = new AxeBuilder({ page }).setLegacyMode(true)
  if (que === 'colores') axe.withRules(['color-contrast', 'link-in-text-block'])
  const { violations } = await axe.analyze()
  return violations
    .filter((v) => v.impact === 'serious' || v.impact === 'critical')
    .flatMap((v) => v.nodes.map((n) => `${v.id}: ${n.target.join(' ')} (${n.html.slice(0, 120)})`))
}
