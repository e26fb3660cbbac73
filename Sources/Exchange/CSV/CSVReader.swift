/// Reads CSV of RFC 4180 record by record, a byte at a time, from whatever gives out bytes.
///
/// A byte order mark at the beginning is passed over; a line may end with CR LF, LF or CR; an empty line is no record.
/// Nothing that is wrong with the bytes stops the reading, so that every problem of a file can be told at once: a record
/// carries its own faults, with the line of each. Memory is one chunk and one record.
package struct CSVReader<Failure: Error> {
    private enum State {
        case cellStart
        case plain
        case quoted
        case quoteInQuoted
    }

    private let refill: () throws(Failure) -> [UInt8]
    private var chunk: [UInt8] = []
    private var position = 0
    private var atStart = true

    private var line = FileLine.first
    private var afterReturn = false
    private var check = UTF8Check()
    private var state = State.cellStart
    private var quoteLine = FileLine.first
    private var lastFaultCell: [CSVFault.Kind: Int] = [:]

    /// A reader of the bytes that `refill` gives out piece by piece; an empty piece is the end.
    package init(refill: @escaping () throws(Failure) -> [UInt8]) {
        self.refill = refill
    }

    /// The next record, or nil after the last.
    package mutating func next() throws(Failure) -> CSVRecord? {
        while let record = try nextLine() {
            if !record.isBlank { return record }
        }
        return nil
    }

    private mutating func nextLine() throws(Failure) -> CSVRecord? {
        guard let first = try nextByte(skippingLineFeed: true) else { return nil }
        var record = CSVRecord(line: line)
        state = .cellStart
        lastFaultCell.removeAll(keepingCapacity: true)
        var byte = first
        while true {
            if take(byte, into: &record) { return record }
            guard let following = try nextByte(skippingLineFeed: false) else { break }
            byte = following
        }
        if !check.isAtBoundary {
            check.reset()
            fault(.notUTF8, in: &record)
        }
        if state == .quoted { fault(.unclosedQuote, on: quoteLine, in: &record) }
        record.endCell()
        return record
    }

    /// Takes one byte into the record. True when it ended the record.
    private mutating func take(_ byte: UInt8, into record: inout CSVRecord) -> Bool {
        if byte >= 0x80 || !check.isAtBoundary {
            if !check.accepts(byte) { fault(.notUTF8, in: &record) }
        } else if byte == 0 {
            fault(.nulByte, in: &record)
        }
        let endsLine = byte == Ascii.lineFeed || byte == Ascii.carriageReturn
        // The two bytes of CR LF are one end of a line, also inside quotes.
        let continuesEnd = byte == Ascii.lineFeed && afterReturn
        afterReturn = byte == Ascii.carriageReturn
        if endsLine && !continuesEnd { line = line.next }

        switch state {
        case .cellStart where byte == Ascii.quote:
            state = .quoted
            record.wasQuoted = true
            quoteLine = line
            return false
        case .quoted:
            if byte == Ascii.quote { state = .quoteInQuoted } else { record.append(byte) }
            return false
        case .quoteInQuoted where byte == Ascii.quote:
            record.append(byte)
            state = .quoted
            return false
        case .cellStart, .plain, .quoteInQuoted:
            return takeOutsideQuotes(byte, endsLine: endsLine, into: &record)
        }
    }

    private mutating func takeOutsideQuotes(_ byte: UInt8, endsLine: Bool, into record: inout CSVRecord) -> Bool {
        if endsLine {
            record.endCell()
            return true
        }
        if byte == Ascii.comma {
            record.endCell()
            state = .cellStart
            return false
        }
        if state == .quoteInQuoted {
            fault(.strayQuote, in: &record)
            record.append(Ascii.quote)
        } else if byte == Ascii.quote {
            fault(.strayQuote, in: &record)
        }
        record.append(byte)
        state = .plain
        return false
    }

    /// Notes a fault, once for each kind in a cell: a cell in another encoding would give one for every letter.
    private mutating func fault(_ kind: CSVFault.Kind, on where: FileLine? = nil, in record: inout CSVRecord) {
        guard lastFaultCell[kind] != record.count else { return }
        lastFaultCell[kind] = record.count
        record.faults.append(CSVFault(kind: kind, line: `where` ?? line, cell: record.count))
    }

    private mutating func nextByte(skippingLineFeed: Bool) throws(Failure) -> UInt8? {
        while true {
            if position == chunk.count {
                chunk = try refill()
                position = 0
                if chunk.isEmpty { return nil }
            }
            if atStart {
                atStart = false
                try skipByteOrderMark()
                continue
            }
            let byte = chunk[position]
            position += 1
            if skippingLineFeed && afterReturn && byte == Ascii.lineFeed {
                afterReturn = false
                continue
            }
            return byte
        }
    }

    private mutating func skipByteOrderMark() throws(Failure) {
        // The mark may be cut by the end of a first piece of one or two bytes.
        while chunk.count < 3 {
            let more = try refill()
            if more.isEmpty { break }
            chunk += more
        }
        if chunk.starts(with: [0xEF, 0xBB, 0xBF]) { position = 3 }
    }
}

extension CSVReader where Failure == Never {
    /// A reader of bytes that are already here.
    package init(bytes: [UInt8]) {
        var rest: [UInt8]? = bytes
        self.init { () throws(Never) -> [UInt8] in
            defer { rest = nil }
            return rest ?? []
        }
    }
}
