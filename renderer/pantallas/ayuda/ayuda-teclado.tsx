import { Fragment } from 'react'
import { Tabla } from '../../componentes/tabla.tsx'
import { AYUDA } from '../../textos/ayuda.ts'

const t = AYUDA.teclado

export function AyudaTeclado() {
  return (
    <div className="pila">
      <p className="suave">{t.intro}</p>
      <Tabla nombre={t.tabla} encabezado={<tr><th scope="col">{t.encabezados.tecla}</th><th scope="col">{t.encabezados.hace}</th></tr>}>
        {t.atajos.map(a => (
          <tr key={a.hace}>
            <td className="sin-quiebre">{a.teclas.map((k, i) => <Fragment key={k}>{i > 0 && ' + '}<kbd>{k}</kbd></Fragment>)}</td>
            <td>{a.hace}</td>
          </tr>
        ))}
      </Tabla>
    </div>
  )
}
