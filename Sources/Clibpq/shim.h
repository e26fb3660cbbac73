// The whole of the C boundary: libpq's public header, and the few things of it that Swift cannot import.

#ifndef HOMEWARD_CLIBPQ_SHIM_H
#define HOMEWARD_CLIBPQ_SHIM_H

#include <libpq-fe.h>

// The field codes are macros over character literals, which Swift does not import.
static const int homeward_diag_severity = PG_DIAG_SEVERITY_NONLOCALIZED;
static const int homeward_diag_sqlstate = PG_DIAG_SQLSTATE;
static const int homeward_diag_message_primary = PG_DIAG_MESSAGE_PRIMARY;
static const int homeward_diag_statement_position = PG_DIAG_STATEMENT_POSITION;
static const int homeward_diag_schema_name = PG_DIAG_SCHEMA_NAME;
static const int homeward_diag_table_name = PG_DIAG_TABLE_NAME;
static const int homeward_diag_column_name = PG_DIAG_COLUMN_NAME;
static const int homeward_diag_constraint_name = PG_DIAG_CONSTRAINT_NAME;
static const int homeward_diag_source_function = PG_DIAG_SOURCE_FUNCTION;

#endif
