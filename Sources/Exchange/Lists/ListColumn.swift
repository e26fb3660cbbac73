/// The columns of a list: a file in which an episode or a child may have many rows.
package protocol ListColumn: FileColumn {
    /// The columns that say whose row it is.
    static var owners: [Self] { get }

    /// The columns that say which of its owner's rows it is.
    static var identity: [Self] { get }
}

extension ListColumn {
    /// The columns that tell something: all but those that a row is found again by.
    static var told: Set<Self> { Set(allCases).subtracting(owners).subtracting(identity) }
}

extension RowCells where Column: ListColumn {
    /// What the row is found again by, for people.
    var rowName: RowName {
        RowName((Column.owners + Column.identity).compactMap { self[$0] })
    }

    /// The values of the columns that tell something, and no others.
    var told: RowCells {
        var told = RowCells()
        for column in Column.told { told[column] = self[column] }
        return told
    }

    /// These values as those of another row: the columns that a row is found again by are taken from there.
    func named(like other: RowCells) -> RowCells {
        var named = self
        for column in Column.owners + Column.identity { named[column] = other[column] }
        return named
    }
}
