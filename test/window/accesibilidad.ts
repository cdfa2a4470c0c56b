import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright'

/** As much of axe in the page, and of what it answers, as is asked here. */
interface Axe { run(donde: Document, opciones: object): Promise<{ violations: Falta[] }> }
interface Falta { id: string; impact?: string | null; nodes: { target: unknown[]; html: string }[] }

/** What depends on the colours. */
const COLORES = ['color-contrast', 'link-in-text-block']

/**
 * What axe finds serious or critical on the page as it stands: `rule: element`, one a line. Empty when all is well.
 * @param que 'colores': only what depends on the colours, for the same page in another theme
 */
export async function faltasDeAccesibilidad(page: Page, que: 'todo' | 'colores' = 'todo'): Promise<string[]> {
  // Without motion: a colour on its way to another is nobody's choice.
  await page.emulateMedia({ reducedMotion: 'reduce' })
  // The builder puts axe in the page, a second each time; once there, axe is asked directly. Legacy mode: otherwise it
  // opens a page of its own, which Electron does not allow.
  if (!await page.evaluate(() => 'axe' in globalThis)) await new AxeBuilder({ page }).setLegacyMode(true).withRules(COLORES).analyze()
  const violations = await page.evaluate(async (reglas) => {
    const { axe } = globalThis as unknown as { axe: Axe }
    const informe = await axe.run(document, { resultTypes: ['violations'], ...(reglas === null ? {} : { runOnly: { type: 'rule', values: reglas } }) })
    return informe.violations
  }, que === 'colores' ? COLORES : null)
  return violations
    .filter((v) => v.impact === 'serious' || v.impact === 'critical')
    .flatMap((v) => v.nodes.map((n) => `${v.id}: ${n.target.join(' ')} (${n.html.slice(0, 120)})`))
}
