/** Everything that a use case can refuse, in words. Exhaustive: a new refusal without words does not compile. */
import type { Falla } from '../../shared/ipc/result.ts'
import { FALLAS_HISTORIAL, type FallaHistorial } from './textos-historial.ts'

export type FallaServicio =
  | 'rut-otec-invalido' | 'token-invalido' | 'credenciales-no-guardadas'
  | 'sin-credenciales' | 'token-ilegible'
  | 'ajustes-invalidos' | 'ajustes-no-guardados' | 'direccion-no-permitida'
  | 'nada-que-enviar' | 'revision-final' | 'envio-en-curso' | 'diario-no-escribe' | 'diario-no-lee' | 'archivo-no-lee' | 'envio-no-existe' | 'curso-no-existe'
  | 'certificado-no-se-lee' | 'certificado-no-es' | 'clave-proxy-vacia'
  | 'diario-no-escribe-conciliacion' | 'planilla-cambio' | 'planilla-descartada' | 'nada-que-corregir' | 'plantilla-sin-alumnos'
  | 'todos-sin-confirmar' | 'hora-invalida' | 'ya-programado' | 'no-programado' | 'ya-comenzo' | 'otra-otec' | 'programado-en-duda' | 'diario-alterado'
  | 'actualizar-enviando' | 'actualizacion-sin-red' | 'actualizacion-firma' | 'actualizacion-sin-lugar' | 'actualizacion-sin-permiso'
  | FallaHistorial
  | 'otec-ajena' | 'envio-de-otra-otec' | 'otec-fija' | 'otec-ya-esta' | 'otec-no-esta' | 'otec-enviando' | 'otec-en-uso' | 'otec-no-borrada' | 'confirmacion-otra'

type Textos = Omit<Falla, 'codigo' | 'incidente'>

const TEXTOS: Readonly<Record<FallaServicio, Textos>> = {
  'actualizar-enviando': {
    titulo: 'Hay un envío en curso o por salir',
    explicacion: 'Para actualizar hay que cerrar el programa, y eso cortaría el envío.',
    queHacer: 'Espere a que el envío termine y vuelva a intentarlo. La versión nueva también se instala sola al cerrar el programa.',
  },
  'actualizacion-sin-red': {
    titulo: 'No se pudo buscar o descargar la versión nueva',
    explicacion: 'El lugar de donde se bajan las versiones no respondió como se esperaba.',
    queHacer: 'Revise su conexión a internet e inténtelo más tarde. Puente SIC sigue funcionando como siempre.',
  },
  'actualizacion-firma': {
    titulo: 'La versión que se ofrece no es de confianza',
    explicacion: 'No trae la firma de quien hace Puente SIC, o el archivo llegó cambiado. No se instaló.',
    queHacer: 'No instale a mano un programa que llegue por otro camino. Si se repite mañana, avise a quien le da soporte.',
  },
  'actualizacion-sin-lugar': {
    titulo: 'No hay espacio para la versión nueva',
    explicacion: 'El disco de este computador está lleno.',
    queHacer: 'Libere unos 500 MB y vuelva a intentarlo. Puente SIC sigue funcionando como siempre.',
  },
  'actualizacion-sin-permiso': {
    titulo: 'El computador no dejó guardar la versión nueva',
    explicacion: 'La carpeta donde se guarda, o la del programa, no se puede escribir con su usuario.',
    queHacer: 'Pida a quien administra el computador que la actualice, o que le dé permiso para hacerlo.',
  },
  'plantilla-sin-alumnos': {
    titulo: 'No hay alumnos con que llenar la plantilla',
    explicacion: 'Lo que se eligió no tiene ningún alumno aceptado por SENCE.',
    queHacer: 'Elija otro envío, o descargue la plantilla en blanco y complétela.',
  },
  ...FALLAS_HISTORIAL,
  'rut-otec-invalido': {
    titulo: 'El RUT de la OTEC no es válido',
    explicacion: 'El número y el dígito verificador no calzan, o falta alguno de los dos.',
    queHacer: 'Escríbalo completo, por ejemplo 76.123.456-0, y revise el dígito verificador.',
  },
  'token-invalido': {
    titulo: 'El token no tiene la forma correcta',
    explicacion: 'Un token de SENCE tiene 32 letras de la A a la F y números, en cinco grupos separados por guiones (8-4-4-4-12).',
    queHacer: 'Cópielo completo desde sistemas.sence.cl/rts, en la opción «Generar nuevo Token», y péguelo aquí.',
  },
  'credenciales-no-guardadas': {
    titulo: 'No se pudieron guardar las credenciales',
    explicacion: 'El computador no dejó escribir el archivo donde se guardan.',
    queHacer: 'Revise que haya espacio en el disco y vuelva a intentarlo.',
  },
  'sin-credenciales': {
    titulo: 'Faltan las credenciales de la OTEC',
    explicacion: 'Para hablar con SENCE se necesitan el RUT de la OTEC y su token.',
    queHacer: 'Ingréselos en Ajustes → OTEC y credenciales, y vuelva a intentarlo.',
  },
  'token-ilegible': {
    titulo: 'Hay que ingresar el token otra vez',
    explicacion: 'El token guardado no se puede abrir: el almacén seguro de este computador cambió, está bloqueado, o el token no llegó a guardarse.',
    queHacer: 'Vaya a Ajustes → OTEC y credenciales, e ingrese de nuevo el token de la OTEC.',
  },
  'ajustes-invalidos': {
    titulo: 'Alguno de los ajustes no es válido',
    explicacion: 'No se cambió ningún ajuste.',
    queHacer: 'Revise los valores. El tiempo de espera va de 5 a 1.800 segundos, cada parte, de 50 a 2.000 alumnos, y la pausa, de 1 a 120 segundos.',
  },
  'ajustes-no-guardados': {
    titulo: 'No se pudieron guardar los ajustes',
    explicacion: 'El computador no dejó escribir el archivo de ajustes.',
    queHacer: 'Revise que haya espacio en el disco y vuelva a intentarlo.',
  },
  'direccion-no-permitida': {
    titulo: 'La dirección del servicio no es segura',
    explicacion: 'El token solo se envía por conexiones protegidas, así que la dirección debe comenzar con https:// y no llevar usuario ni parámetros. No se cambió nada.',
    queHacer: 'Corrija la dirección o vuelva a la oficial de SENCE.',
  },
  'nada-que-enviar': {
    titulo: 'No hay alumnos que enviar',
    explicacion: 'Todos los alumnos de la planilla tienen errores o quedaron fuera del envío.',
    queHacer: 'Vuelva a la revisión, corrija los errores o incluya las filas que dejó fuera.',
  },
  'revision-final': {
    titulo: 'La última revisión encontró un problema y no se envió nada',
    explicacion: 'Antes de enviar se revisan otra vez todos los datos. Alguno no cumple las reglas de SENCE aunque la planilla aparecía correcta.',
    queHacer: 'Vuelva a importar la planilla. Si se repite, pida ayuda e indique el número de incidente.',
  },
  'envio-en-curso': {
    titulo: 'Ya hay un envío en curso',
    explicacion: 'Los cursos se envían de a uno y en orden, para saber siempre qué llegó a SENCE.',
    queHacer: 'Espere a que termine el envío actual o cancélelo.',
  },
  'diario-no-escribe': {
    titulo: 'No se pudo escribir en el registro de envíos y no se envió nada',
    explicacion: 'Todo envío se anota en este computador antes de salir. Si no se puede anotar, no se envía.',
    queHacer: 'Revise que haya espacio en el disco y vuelva a intentarlo.',
  },
  'diario-no-lee': {
    titulo: 'No se pudo leer el registro de envíos',
    explicacion: 'El archivo donde se anotan los envíos no respondió.',
    queHacer: 'Cierre y abra el programa. Si se repite, pida ayuda e indique el número de incidente.',
  },
  'archivo-no-lee': {
    titulo: 'No se pudo buscar en los envíos',
    explicacion: 'El índice con que se busca no respondió. Lo que se envió no corre peligro: está en otro archivo.',
    queHacer: 'Espere un momento y vuelva a intentarlo. Si se repite, cierre y abra el programa.',
  },
  'envio-no-existe': {
    titulo: 'Ese envío no está en este computador',
    explicacion: 'No se encontró en el registro de envíos.',
    queHacer: 'Vuelva a la lista de envíos y elija otro.',
  },
  'curso-no-existe': {
    titulo: 'Ese curso ya no se puede enviar',
    explicacion: 'La planilla cambió: el curso no está o ya no tiene alumnos sin errores.',
    queHacer: 'Vuelva a la revisión y mire los cursos otra vez.',
  },
  'diario-no-escribe-conciliacion': {
    titulo: 'No se pudo anotar lo que dijo SENCE',
    explicacion: 'El registro de envíos de este computador no respondió. El envío sigue sin confirmar y no se envió nada otra vez.',
    queHacer: 'Revise que haya espacio en el disco y vuelva a preguntar.',
  },
  'certificado-no-se-lee': {
    titulo: 'No se pudo leer ese archivo',
    explicacion: 'El computador no dejó abrirlo. No se cambió nada.',
    queHacer: 'Revise que el archivo siga donde estaba y que usted pueda abrirlo, y elíjalo otra vez.',
  },
  'certificado-no-es': {
    titulo: 'Ese archivo no es un certificado',
    explicacion: 'Un certificado de red suele terminar en .crt, .cer o .pem. No se cambió nada.',
    queHacer: 'Pida a quien administra la red de su oficina el archivo del certificado y elíjalo aquí.',
  },
  'clave-proxy-vacia': {
    titulo: 'Falta el usuario o la clave de la red',
    explicacion: 'La red de la oficina pide las dos cosas. No se cambió nada.',
    queHacer: 'Escríbalos como se los dio quien administra la red y guarde otra vez.',
  },
  'planilla-cambio': {
    titulo: 'La planilla cambió mientras se preparaba',
    explicacion: 'Para no enviar a nadie dos veces ni dejar a alguien fuera, no se envió nada.',
    queHacer: 'Revise la vista previa y vuelva a enviar.',
  },
  'planilla-descartada': {
    titulo: 'La planilla de este envío ya no está',
    explicacion: 'Se descartó de este computador, así que no se puede abrir para corregirla. El envío y lo que SENCE respondió sí se conservan.',
    queHacer: 'Abra otra vez el archivo original, corrija ahí a los alumnos rechazados y deje fuera a los demás.',
  },
  'otec-ajena': {
    titulo: 'Esta planilla es de otra OTEC',
    explicacion: 'Se abrió con otra OTEC, o antes de conectar la suya, y los datos de una nunca se envían con el token de otra. No se envió nada.',
    queHacer: 'Cambie a la OTEC que corresponde, con el nombre que está abajo a la izquierda, y abra ahí el archivo original.',
  },
  'envio-de-otra-otec': {
    titulo: 'Ese envío es de otra OTEC',
    explicacion: 'Se hizo a nombre de otra OTEC, y desde aquí no se puede corregir ni reenviar.',
    queHacer: 'Cambie a esa OTEC, o abra aquí el archivo original si el curso es de esta.',
  },
  'otec-fija': {
    titulo: 'Ese RUT es de otra OTEC',
    explicacion: 'Cada OTEC se guarda aparte, con sus propios envíos y planillas, así que su RUT no se cambia por otro.',
    queHacer: 'Para trabajar con esa OTEC, pulse el nombre que está abajo a la izquierda y elija «Agregar otra OTEC…».',
  },
  'otec-ya-esta': {
    titulo: 'Esa OTEC ya está en la lista',
    explicacion: 'No se cambió nada de lo que tiene guardado.',
    queHacer: 'Elíjala en la lista de OTEC. Si quiere poner otro token, hágalo en Ajustes → OTEC y credenciales.',
  },
  'otec-no-esta': {
    titulo: 'Esa OTEC ya no está en este computador',
    explicacion: 'No se encontró la carpeta con sus datos.',
    queHacer: 'Elija otra de la lista, o agréguela otra vez.',
  },
  'otec-enviando': {
    titulo: 'Hay un envío en curso',
    explicacion: 'Mientras se envía no se cambia de OTEC ni de credenciales, para saber siempre qué llegó a SENCE.',
    queHacer: 'Espere a que termine, o cancélelo: se detiene al terminar el curso que va en camino.',
  },
  'otec-en-uso': {
    titulo: 'Esa OTEC está ocupada',
    explicacion: 'Puente SIC está trabajando con ella sin ventana: una tarea programada o su carpeta vigilada.',
    queHacer: 'Espere unos minutos y vuelva a intentarlo.',
  },
  'otec-no-borrada': {
    titulo: 'No se pudo borrar la OTEC',
    explicacion: 'El computador no dejó mover la carpeta con sus datos. Todo sigue como estaba.',
    queHacer: 'Cierre los programas que puedan tener abiertos esos archivos y vuelva a intentarlo.',
  },
  'confirmacion-otra': {
    titulo: 'No se borró nada',
    explicacion: 'Lo que escribió para confirmar no es el RUT de la OTEC que se iba a borrar.',
    queHacer: 'Si quiere borrarla, escriba su RUT tal como aparece.',
  },
  'nada-que-corregir': {
    titulo: 'Este envío no tiene alumnos rechazados',
    explicacion: 'SENCE no rechazó a ninguno, o todavía no se sabe qué respondió.',
    queHacer: 'Si hay alumnos sin confirmar, pregunte a SENCE antes de reenviar.',
  },
  'todos-sin-confirmar': {
    titulo: 'Primero hay que saber qué pasó con el envío anterior',
    explicacion: 'Todos los alumnos que se enviarían están en un envío sin confirmar: SENCE podría tenerlos ya. Para que nadie vaya dos veces, no se envió nada.',
    queHacer: 'En Envíos, abra el que está sin confirmar y pulse «Preguntar a SENCE». Cuando se sepa, podrá enviar los que falten.',
  },
  'hora-invalida': {
    titulo: 'Esa hora ya pasó',
    explicacion: 'Un envío solo se puede programar para más adelante. No se programó nada.',
    queHacer: 'Elija otra hora o envíe ahora.',
  },
  'ya-programado': {
    titulo: 'Esta planilla ya está programada',
    explicacion: 'Hay un envío de esta misma planilla esperando su hora. Si además se enviara ahora, los alumnos irían dos veces.',
    queHacer: 'Vaya a Envíos y quite o cambie la programación; después podrá enviarla.',
  },
  'no-programado': {
    titulo: 'Ese envío ya no está programado',
    explicacion: 'Se quitó, salió o se canceló antes.',
    queHacer: 'Vuelva a la lista de envíos para ver cómo quedó.',
  },
  'ya-comenzo': {
    titulo: 'El envío ya comenzó',
    explicacion: 'Los datos de un curso pueden ir en camino, y lo que sale no se puede retirar.',
    queHacer: 'Si quiere detener los cursos que faltan, use «Cancelar lo que falta».',
  },
  'otra-otec': {
    titulo: 'Ese envío es de otra OTEC',
    explicacion: 'Los datos de una OTEC solo se envían con su propio token. No se envió nada.',
    queHacer: 'Conecte la OTEC con la que se preparó el envío y vuelva a intentarlo.',
  },
  'programado-en-duda': {
    titulo: 'Primero hay que saber qué pasó con un envío anterior',
    explicacion: 'El envío programado lleva alumnos que también van en otro envío sin confirmar: SENCE podría tenerlos ya. Para que nadie vaya dos veces, no se envió nada.',
    queHacer: 'En Envíos, abra el que está sin confirmar y pulse «Preguntar a SENCE». Después podrá programar este otra vez.',
  },
  'diario-alterado': {
    titulo: 'El envío guardado no está como se escribió',
    explicacion: 'Su huella no coincide con la que se anotó al programarlo, así que el disco pudo dañarse. No se envió nada.',
    queHacer: 'Quite la programación y prepare el envío otra vez desde la planilla.',
  },
}

export const falla = (codigo: FallaServicio, incidente?: string): Falla =>
  ({ codigo, ...TEXTOS[codigo], ...(incidente === undefined ? {} : { incidente }) })
