/// The three files that tell a private server how to work, written anew at each start.
enum ServerConfiguration {
    static let settingsName = "homeward.conf"
    static let includeLine = "\n# Homeward writes this file anew at each start.\ninclude = '\(settingsName)'\n"

    /// Settings. Durability stays as PostgreSQL has it: `fsync`, `full_page_writes` and `synchronous_commit` are not
    /// touched.
    static func settings(socketFolder: String) -> String {
        """
        # Written by Homeward at each start; changes here are lost. Use ALTER SYSTEM for what a machine needs.
        listen_addresses = ''
        unix_socket_directories = '\(socketFolder)'
        port = 5432
        max_connections = 100
        shared_buffers = '128MB'
        # Many small statements: compiling them costs more than it saves.
        jit = off

        timezone = 'UTC'
        log_timezone = 'UTC'
        datestyle = 'ISO, YMD'

        # Nobody waits for ever. The program's pool sets narrower limits for its own work.
        statement_timeout = '30min'
        lock_timeout = '2min'
        idle_in_transaction_session_timeout = '10min'

        # The log holds what befalls the server, never a statement, a value, or a row that broke a constraint.
        logging_collector = on
        log_directory = 'log'
        log_filename = 'server-%a.log'
        log_file_mode = 0600
        log_truncate_on_rotation = on
        log_rotation_age = '1d'
        log_rotation_size = 0
        log_line_prefix = '%m [%p] %q%u '
        log_statement = 'none'
        log_min_duration_statement = -1
        log_min_error_statement = 'panic'
        log_min_messages = 'log'
        log_error_verbosity = 'terse'
        log_parameter_max_length = 0
        log_parameter_max_length_on_error = 0

        """
    }

    /// Who may connect: whom the system knows at the socket, in the roles that the map allows.
    static let access = """
        # Written by Homeward at each start; changes here are lost.
        local all all peer map=homeward

        """

    /// Which accounts of the machine may take which roles.
    static func map(accounts: [String]) -> String {
        var text = "# Written by Homeward at each start; changes here are lost.\n"
        for account in Set(accounts).sorted() {
            for role in ConnectionRole.allCases {
                text += "homeward \"\(account)\" \(role.name)\n"
            }
        }
        return text
    }
}
