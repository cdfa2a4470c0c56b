import type Database from 'libsql'

/**
 * The journal's tables, one step per version of the file (`user_version`). A step is never changed once it has been
 * shipped: files of people are in that version.
 */
const PASOS: readonly string[] = [
  `
  CREATE TABLE envio (
    id TEXT PRIMARY KEY, creado_en TEXT NOT NULL, borrador_id TEXT NOT NULL, nombre_archivo TEXT NOT NULL, rut_otec TEXT NOT NULL
  ) STRICT;
  CREATE INDEX envio_por_fecha ON envio (creado_en DESC);

  CREATE TABLE llamada (
    id TEXT PRIMARY KEY, envio_id TEXT NOT NULL REFERENCES envio (id), orden INTEGER NOT NULL,
    codigo_envio TEXT NOT NULL UNIQUE, codigo_oferta TEXT NOT NULL, codigo_grupo TEXT NOT NULL,
    estado TEXT NOT NULL, causa TEXT, intentos INTEGER NOT NULL DEFAULT 0,
    sha256 TEXT NOT NULL, enviado_en TEXT, respondido_en TEXT, http_estado INTEGER, id_proceso TEXT, respuesta_sic TEXT,
    UNIQUE (envio_id, orden)
  ) STRICT;
  CREATE INDEX llamada_abierta ON llamada (estado) WHERE estado IN ('listo', 'enviando');

  -- Apart from the call: SQLite rewrites a whole row at each change of state, and these bytes may be megabytes.
  CREATE TABLE contenido (
    llamada_id TEXT NOT NULL REFERENCES llamada (id), que TEXT NOT NULL CHECK (que IN ('solicitud', 'respuesta')), octetos BLOB NOT NULL,
    PRIMARY KEY (llamada_id, que)
  ) STRICT;

  CREATE TABLE alumno (
    llamada_id TEXT NOT NULL REFERENCES llamada (id), orden INTEGER NOT NULL, rut INTEGER NOT NULL, dv TEXT NOT NULL,
    resultado TEXT NOT NULL, codigo TEXT, mensaje TEXT,
    PRIMARY KEY (llamada_id, orden)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX alumno_por_rut ON alumno (rut);

  CREATE TABLE avance (
    rut_otec TEXT NOT NULL, rut_alumno INTEGER NOT NULL, codigo_modulo TEXT NOT NULL, codigo_oferta TEXT NOT NULL, codigo_grupo TEXT NOT NULL,
    porcentaje REAL NOT NULL, llamada_id TEXT NOT NULL REFERENCES llamada (id),
    PRIMARY KEY (rut_otec, rut_alumno, codigo_modulo, codigo_oferta, codigo_grupo)
  ) STRICT, WITHOUT ROWID;
  `,
  `
  -- What SENCE's history taught has no call of this computer; and a later word must not be lost to an earlier one.
  CREATE TABLE avance_2 (
    rut_otec TEXT NOT NULL, rut_alumno INTEGER NOT NULL, codigo_modulo TEXT NOT NULL, codigo_oferta TEXT NOT NULL, codigo_grupo TEXT NOT NULL,
    porcentaje REAL NOT NULL, aceptado_en TEXT NOT NULL,
    PRIMARY KEY (rut_otec, rut_alumno, codigo_modulo, codigo_oferta, codigo_grupo)
  ) STRICT, WITHOUT ROWID;
  INSERT INTO avance_2 SELECT a.rut_otec, a.rut_alumno, a.codigo_modulo, a.codigo_oferta, a.codigo_grupo, a.porcentaje, coalesce(l.respondido_en, l.enviado_en, '')
    FROM avance a JOIN llamada l ON l.id = a.llamada_id;
  DROP TABLE avance;
  ALTER TABLE avance_2 RENAME TO avance;

  CREATE TABLE conciliacion (
    llamada_id TEXT PRIMARY KEY REFERENCES llamada (id), consultada_en TEXT NOT NULL, ausente_desde TEXT, constancia BLOB
  ) STRICT;
  CREATE INDEX llamada_incierta ON llamada (estado) WHERE estado = 'desconocido';

  CREATE TABLE consulta_historial (rut_otec TEXT PRIMARY KEY, consultado_en TEXT NOT NULL) STRICT, WITHOUT ROWID;
  `,
  `
  ALTER TABLE envio ADD COLUMN programado_para TEXT;
  -- How the bytes of the answer are to be read: they are kept as they came.
  ALTER TABLE llamada ADD COLUMN tipo_contenido TEXT;

  DROP INDEX llamada_abierta;
  CREATE INDEX llamada_abierta ON llamada (estado) WHERE estado NOT IN ('aceptado', 'aceptado-con-rechazos', 'rechazado', 'fallido', 'cancelado');
  DROP INDEX llamada_incierta;

  -- Each time that the bytes of a call were given to the network. The answer that closed the call is in contenido; here
  -- are those that did not, and the beginnings of answers that were cut.
  CREATE TABLE intento (
    llamada_id TEXT NOT NULL REFERENCES llamada (id), numero INTEGER NOT NULL,
    enviado_en TEXT NOT NULL, respondido_en TEXT, causa TEXT, http_estado INTEGER, tipo_contenido TEXT, recibido BLOB,
    PRIMARY KEY (llamada_id, numero)
  ) STRICT;
  INSERT INTO intento (llamada_id, numero, enviado_en, respondido_en, causa, http_estado)
    SELECT id, intentos, enviado_en, respondido_en, causa, http_estado FROM llamada WHERE enviado_en IS NOT NULL;
  `,
]

export const VERSION_DIARIO = PASOS.length

/** Brings the file to a version, the current one unless told, each step whole or not at all. Throws when the file is of a later program. */
export function migrar(db: Database.Database, hasta: number = VERSION_DIARIO): void {
  const { user_version: version } = db.prepare('PRAGMA user_version').get() as { user_version: number }
  if (version > VERSION_DIARIO) throw new Error(`journal version ${version} is newer than this program`)
  PASOS.slice(version, hasta).forEach((paso, i) => {
    db.exec('BEGIN IMMEDIATE')
    try {
      db.exec(paso)
      db.exec(`PRAGMA user_version = ${version + i + 1}`)
      db.exec('COMMIT')
    } catch (error) {
      db.exec('ROLLBACK')
      throw error
    }
  })
}
