import { formatRut, parseRut } from '../../../shared/domain/rut.ts'
import type { Perfil } from '../../../shared/ipc/modelos.ts'
import { AJUSTES } from '../../textos/ajustes.ts'

/** What is kept of an OTEC; of the token, its last four characters. */
export function FichaOtec({ perfil, marca }: { perfil: Perfil; marca: React.ReactNode }) {
  const t = AJUSTES.otec
  const leido = parseRut(perfil.rutOtec)
  return (
    <dl className="datos">
      <div><dt>{t.nombre}</dt><dd>{perfil.nombre === '' ? t.sinNombre : perfil.nombre}</dd></div>
      <div><dt>{t.rut}</dt><dd className="mono">{leido.ok ? formatRut(leido.rut) : perfil.rutOtec}</dd></div>
      <div>
        <dt>{t.token}</dt>
        <dd className="fila">{perfil.tokenFinal === null ? <span>{t.sinToken}</span> : <><span className="mono" aria-hidden="true">••••</span><span>{t.tokenFinal(perfil.tokenFinal)}</span>{marca}</>}</dd>
      </div>
    </dl>
  )
}
