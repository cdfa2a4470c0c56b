/**
 * A service that does nothing but take a call and answer that all of it was accepted, echoing the alumnos as SENCE does
 * [I22]: what is measured against it is the sender. Says its address and stays.
 */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

const LISTA = Buffer.from('"listaAlumnos":')
const CODIGO = Buffer.from(',"codigoEnvio":')
const { demoraMs } = JSON.parse(process.argv[2] ?? '{}') as { demoraMs: number }

const servidor = createServer((req, res) => {
  const partes: Buffer[] = []
  req.on('data', (b: Buffer) => partes.push(b)).on('end', () => {
    const cuerpo = Buffer.concat(partes)
    const eco = cuerpo.subarray(cuerpo.indexOf(LISTA) + LISTA.length, cuerpo.lastIndexOf(CODIGO))
    const respuesta = Buffer.concat([Buffer.from('{"id_proceso":7,"envio":'), eco, Buffer.from(',"errores":[],"respuesta_SIC":"Proceso terminado"}')])
    setTimeout(() => { res.writeHead(200, { 'content-type': 'application/json', 'content-length': respuesta.length }).end(respuesta) }, demoraMs)
  })
})
servidor.listen(0, '127.0.0.1', () => { console.log(`http://127.0.0.1:${String((servidor.address() as AddressInfo).port)}/gestor/API/avance-sic`) })
