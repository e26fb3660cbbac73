internal import Clibpq

/// A result just received, owned: it is either handed on or released, exactly once.
@safe
struct RawResult: ~Copyable {
    /// What kind of answer it is.
    enum Kind {
        case rows
        case singleRow
        case done
        case failed
        case aborted
        case synchronized
        case copy
        case other
    }

    private let pointer: OpaquePointer

    /// Takes over what libpq gave.
    @unsafe
    init(_ pointer: OpaquePointer) {
        unsafe self.pointer = pointer
    }

    deinit {
        unsafe PQclear(pointer)
    }

    /// Gives the result away, to be released by whoever takes it.
    @unsafe
    consuming func take() -> OpaquePointer {
        let pointer = unsafe pointer
        discard self
        return unsafe pointer
    }

    var kind: Kind {
        switch unsafe PQresultStatus(pointer) {
        case PGRES_TUPLES_OK: .rows
        case PGRES_SINGLE_TUPLE: .singleRow
        case PGRES_COMMAND_OK, PGRES_EMPTY_QUERY: .done
        case PGRES_FATAL_ERROR, PGRES_BAD_RESPONSE: .failed
        case PGRES_PIPELINE_ABORTED: .aborted
        case PGRES_PIPELINE_SYNC: .synchronized
        case PGRES_COPY_IN, PGRES_COPY_OUT, PGRES_COPY_BOTH: .copy
        default: .other
        }
    }

    /// How many rows there are.
    var rowCount: Int32 { unsafe PQntuples(pointer) }

    /// How many columns there are.
    var columnCount: Int { Int(unsafe PQnfields(pointer)) }

    /// The names and types of the columns.
    var columns: Columns {
        let count = unsafe PQnfields(pointer)
        guard count > 0 else { return .none }
        return Columns(
            names: (0..<count).map { column in
                guard let name = unsafe PQfname(pointer, column) else { return "" }
                return unsafe String(cString: name)
            },
            types: (0..<count).map { unsafe PQftype(pointer, $0) }
        )
    }

    /// The server's command tag.
    var tag: CommandTag {
        guard let text = unsafe PQcmdStatus(pointer) else { return CommandTag(text: "") }
        return CommandTag(text: unsafe String(cString: text))
    }

    /// What the server reports of an error.
    var report: ServerReport {
        let state = field(homeward_diag_sqlstate).map(SQLState.init(rawValue:))
        let severity = field(homeward_diag_severity)
        return ServerReport(
            sqlState: state,
            message: field(homeward_diag_message_primary).map { ServerReport.withoutData($0, of: state) },
            constraint: field(homeward_diag_constraint_name),
            schema: field(homeward_diag_schema_name),
            table: field(homeward_diag_table_name),
            column: field(homeward_diag_column_name),
            position: field(homeward_diag_statement_position).flatMap { Int($0) },
            sourceFunction: field(homeward_diag_source_function),
            isFatal: severity == "FATAL" || severity == "PANIC"
        )
    }

    private func field(_ code: Int32) -> String? {
        guard let text = unsafe PQresultErrorField(pointer, code) else { return nil }
        return unsafe String(cString: text)
    }
}
